import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './details.module.css';

interface DetailsProps {
  summary: ReactNode;
  isOpenAtFirst?: boolean;
  children: ReactNode;
}

/** A text that is folded until it is opened. On paper it is never folded. */
export function Details({ summary, isOpenAtFirst = false, children }: DetailsProps) {
  return (
    <details ref={unfoldOnPaper} className={styles.details} open={isOpenAtFirst}>
      <summary className={styles.summary}>
        <ChevronRight size={20} className={styles.mark} />
        <span className={styles.words}>{summary}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}

/** A `ref` that unfolds a part while it is printed: nobody can do so on paper. */
export function unfoldOnPaper(details: HTMLDetailsElement) {
  let wasOpen = details.open;
  const unfold = () => {
    wasOpen = details.open;
    details.open = true;
  };
  const restore = () => {
    details.open = wasOpen;
  };
  addEventListener('beforeprint', unfold);
  addEventListener('afterprint', restore);
  return () => {
    removeEventListener('beforeprint', unfold);
    removeEventListener('afterprint', restore);
  };
}
