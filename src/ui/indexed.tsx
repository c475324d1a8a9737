import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from './button.tsx';
import styles from './indexed.module.css';
import { Stack } from './layout.tsx';
import { useIsWide } from './use-is-wide.ts';

/** The number of sections from which a page is longer than three screens and has an index. */
const INDEX_FROM_SECTIONS = 6;

interface IndexedProps {
  label: string;
  sections: readonly { id: string; heading: string }[];
  children: ReactNode;
}

/** A page of sections. A long page has an index: always in view on a wide screen, folded above the sections on a narrow one. */
export function Indexed({ label, sections, children }: IndexedProps) {
  const isLong = sections.length >= INDEX_FROM_SECTIONS;
  return (
    <div className={isLong ? styles.columns : styles.alone}>
      {isLong && <SideIndex label={label} sections={sections} />}
      <Stack gap={4}>{children}</Stack>
    </div>
  );
}

function SideIndex({ label, sections }: Omit<IndexedProps, 'children'>) {
  // The page written at build time has the index folded. Unfolding it on a wide screen moves nothing, since it has a column of its own.
  const isUnfolded = useIsWide('64rem', false);
  return (
    <nav aria-label={label} className={styles.index}>
      <details open={isUnfolded}>
        <summary className={styles.summary}>
          {label}
          <ChevronRight className={styles.mark} />
        </summary>
        <ContentIndex sections={sections} />
      </details>
    </nav>
  );
}

/** The index of a page longer than three screens. Its links are native: the browser moves the focus, also when the same link is pressed again. */
export function ContentIndex({ sections }: { sections: readonly { id: string; heading: string }[] }) {
  return (
    <ul className={styles.links}>
      {sections.map(({ id, heading }) => (
        <li key={id}>
          <a href={`#${id}`} className={buttonClass('quiet')}>
            {heading}
          </a>
        </li>
      ))}
    </ul>
  );
}
