import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './fold.module.css';
import { useIsWide } from './use-is-wide.ts';

interface FoldProps {
  heading: string;
  headingId?: string;
  children: ReactNode;
}

/** A section that is folded on narrow screens, and never on paper; on wide ones it stands beside the text. */
export function Fold({ heading, headingId, children }: FoldProps) {
  const isWide = useIsWide('64rem', true);
  const title = (
    <h2 id={headingId} className={styles.heading}>
      {heading}
    </h2>
  );
  if (isWide) {
    return (
      <section>
        {title}
        {children}
      </section>
    );
  }
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>
        {title}
        <ChevronRight size={24} aria-hidden="true" className={styles.mark} />
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
