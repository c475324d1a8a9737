import { createContext, type ReactNode, useContext, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './beside.module.css';
import { useIsWide } from './use-is-wide.ts';

/** The place beside the text; null until it is drawn, undefined where there is none. */
const Place = createContext<HTMLElement | null | undefined>(undefined);

interface ColumnsProps {
  children: ReactNode;
  /** Stands beside the text on wide screens alone, last of what does. */
  beside: ReactNode;
  /** Comes after what stands beside the text, for whoever reads from first to last. */
  after: ReactNode;
}

/** A form with room beside it on wide screens. */
export function Columns({ children, beside, after }: ColumnsProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const isWide = useIsBesideWide();
  return (
    <Place.Provider value={place}>
      <div className={styles.columns}>
        <div className={styles.text}>{children}</div>
        <div className={styles.beside}>
          <div ref={setPlace} className={styles.place} />
          {isWide && beside}
        </div>
        <div className={styles.text}>{after}</div>
      </div>
    </Place.Provider>
  );
}

/** Stands beside the text on wide screens, and where it is written on others. */
export function Beside({ children }: { children: ReactNode }) {
  const place = useContext(Place);
  const isWide = useIsBesideWide();
  if (!isWide || place === undefined) return children;
  return place && createPortal(children, place);
}

/** Whether a form has room beside it. */
function useIsBesideWide(): boolean {
  return useIsWide('80rem', false);
}
