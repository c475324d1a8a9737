import { createContext, type ReactNode, useContext, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './beside.module.css';
import { useIsWide } from './use-is-wide.ts';

/** A place beside the text; null until it is drawn, undefined where there is none. */
type Place = HTMLElement | null | undefined;
/** Whatever comes first is drawn first: each has a place of its own. */
const FirstPlace = createContext<Place>(undefined);
const LastPlace = createContext<Place>(undefined);

interface ColumnsProps {
  children: ReactNode;
  /** Stands beside the text on wide screens alone, last of what does. */
  beside: ReactNode;
  /** Comes after what stands beside the text, for whoever reads from first to last. */
  after: ReactNode;
}

/** A form with room beside it on wide screens. */
export function Columns({ children, beside, after }: ColumnsProps) {
  const [first, setFirst] = useState<HTMLElement | null>(null);
  const [last, setLast] = useState<HTMLElement | null>(null);
  const isWide = useIsBesideWide();
  return (
    <FirstPlace.Provider value={first}>
      <LastPlace.Provider value={last}>
        <div className={styles.columns}>
          <div className={styles.text}>{children}</div>
          <div className={styles.beside}>
            <div ref={setFirst} className={styles.place} />
            <div ref={setLast} className={styles.place} />
            {isWide && beside}
          </div>
          <div className={styles.text}>{after}</div>
        </div>
      </LastPlace.Provider>
    </FirstPlace.Provider>
  );
}

interface BesideProps {
  /** Whether it comes after what else stands beside the text, whichever of the two has come sooner. */
  isLast?: boolean;
  children: ReactNode;
}

/** Stands beside the text on wide screens, and where it is written on others. */
export function Beside({ isLast = false, children }: BesideProps) {
  const place = useContext(isLast ? LastPlace : FirstPlace);
  const isWide = useIsBesideWide();
  if (!isWide || place === undefined) return children;
  return place && createPortal(children, place);
}

/** Whether a form has room beside it. */
function useIsBesideWide(): boolean {
  return useIsWide('80rem', false);
}
