import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './details.module.css';

interface DetailsProps {
  summary: ReactNode;
  children: ReactNode;
}

export function Details({ summary, children }: DetailsProps) {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <ChevronRight size={20} aria-hidden="true" className={styles.mark} />
        <span className={styles.words}>{summary}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
