import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import styles from './fold.module.css';

/** From this width on the section stands beside the text, unfolded. */
const WIDE = '(min-width: 64rem)';

interface FoldProps {
  heading: string;
  headingId?: string;
  /** Whether it begins unfolded on a narrow screen too. */
  isOpen?: boolean;
  children: ReactNode;
}

/** A section that is folded on narrow screens, and never on paper. */
export function Fold({ heading, headingId, isOpen = false, children }: FoldProps) {
  const [startsOpen] = useState(isOpen);
  const isWide = useSyncExternalStore(watchWidth, readWidth, () => true);
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

function watchWidth(onChange: () => void): () => void {
  const query = globalThis.matchMedia?.(WIDE);
  query?.addEventListener('change', onChange);
  return () => query?.removeEventListener('change', onChange);
}

/** Whether the window is wide; true where there is no window. */
function readWidth(): boolean {
  return globalThis.matchMedia?.(WIDE).matches ?? true;
}
