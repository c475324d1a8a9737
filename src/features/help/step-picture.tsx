import { STEP_DRAWINGS, type StepKey } from './step-drawings.ts';
import styles from './step-picture.module.css';

/** Drawn in the page, not fetched: so it takes the colours of the dark look and of high contrast. */
export function StepPicture({ step, label }: { step: StepKey; label: string }) {
  const { boxes, strokes, ink = 'primary' } = STEP_DRAWINGS[step];
  return (
    <svg viewBox="0 0 160 100" role="img" aria-label={label} className={styles.picture}>
      <rect x="1" y="1" width="158" height="98" rx="8" className={styles.screen} />
      <rect x="12" y="9" width="24" height="5" rx="2" className={styles.link} />
      {boxes.map(([look, x, y, width, height]) => (
        <rect
          key={`${x} ${y}`}
          x={x}
          y={y}
          width={width}
          height={height}
          rx={height > 8 ? 3 : 2}
          className={styles[look]}
        />
      ))}
      {strokes && <path d={strokes} className={styles[`${ink}Ink`]} />}
    </svg>
  );
}
