import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './word-mark.module.css';

/** The name in one line of even strokes; the dot of the i is the click. Drawn for this project. */
export function WordMark({ text }: { text: string }) {
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 124 44" aria-hidden="true" focusable="false" className={styles.drawing}>
        <g className={styles.letters}>
          <path d="M5 27h18a9 9 0 1 0-2.9 6.6" />
          <path d="M31 25h9" className={styles.accent} />
          <path d="M71.5 14.2a12.5 12.5 0 1 0 0 17.6" />
          <path d="M80 8v27.5" />
          <path d="M91 19v16.5" />
          <path d="M117.4 21.600a9 9 0 1 0 0 10.8" />
        </g>
        <g className={styles.click}>
          <circle cx="91" cy="10.5" r="3.2" className={styles.dot} />
          <path d="M91 3.500V1.500M96.5 6l1.5-1.500M85.5 6L84 4.5" className={styles.rays} />
        </g>
      </svg>
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}
