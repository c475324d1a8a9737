import { createContext, type ReactNode, useContext, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './beside.module.css';
import { useIsWide } from './use-is-wide.ts';

/** An element beside the text; null until it is drawn, undefined outside of `Columns`. */
type Place = HTMLElement | null | undefined;
/** There are two places because a portal appends its content: with one place the order would depend on which content was drawn first. */
const FirstPlace = createContext<Place>(undefined);
const LastPlace = createContext<Place>(undefined);

interface ColumnsProps {
  children: ReactNode;
  /** Drawn beside the text, below all `Beside` parts, and on wide screens only. */
  beside: ReactNode;
  /** Comes after the column beside the text in reading order. */
  after: ReactNode;
}

/** The layout of a form. On wide screens it has a second column beside the text. */
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
  /** Whether this part comes below the other `Beside` part, whichever of the two is drawn first. */
  isLast?: boolean;
  children: ReactNode;
}

/** Draws its children in the column beside the text on wide screens, and in their own place on others. */
export function Beside({ isLast = false, children }: BesideProps) {
  const place = useContext(isLast ? LastPlace : FirstPlace);
  const isWide = useIsBesideWide();
  if (!isWide || place === undefined) return children;
  return place && createPortal(children, place);
}

/** Whether the screen is wide enough for a column beside a form. */
function useIsBesideWide(): boolean {
  return useIsWide('80rem', false);
}
