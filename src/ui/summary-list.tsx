import type { ReactNode } from 'react';
import styles from './summary-list.module.css';

interface SummaryRow {
  term: string;
  value: ReactNode;
  /** The action of the row: *Alterar*. */
  action?: ReactNode;
}

export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className={styles.list}>
      {rows.map((row) => (
        <div key={row.term} className={styles.row}>
          <dt className={styles.term}>{row.term}</dt>
          <dd className={styles.value}>{row.value}</dd>
          {row.action && <dd className={styles.action}>{row.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
