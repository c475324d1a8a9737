import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import styles from './fold.module.css';
import { useIsWide } from './use-is-wide.ts';

interface FoldProps {
  heading: string;
  headingId?: string;
  /** Whether it begins unfolded on a narrow screen too. */
  isOpen?: boolean;
  children: ReactNode;
}

/** A section that is folded on narrow screens, and never on paper; on wide ones it stands beside the text. */
export function Fold({ heading, headingId, isOpen = false, children }: FoldProps) {
  const [startsOpen] = useState(isOpen);
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
    <details open={startsOpen} className={styles.fold}>
      <summary className={styles.summary}>
        {title}
        <ChevronRight size={24} aria-hidden="true" className={styles.mark} />
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
