import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { unfoldOnPaper } from './details.tsx';
import styles from './fold.module.css';
import { useIsWide } from './use-is-wide.ts';

interface FoldProps {
  heading: string;
  headingId?: string;
  /** Whether the section is unfolded at first on a narrow screen too. */
  isOpen?: boolean;
  children: ReactNode;
}

/** A section that is folded on narrow screens and beside the text on wide ones. On paper it is never folded. */
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
    <details ref={unfoldOnPaper} open={startsOpen} className={styles.fold}>
      <summary className={styles.summary}>
        {title}
        <ChevronRight className={styles.mark} />
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
