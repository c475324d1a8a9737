import styles from './skeleton.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Stands for data that is being read from the device; `label` says so in words. It does not move: a spinner would promise progress. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div className={styles.skeleton}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <span className={styles.line} />
      <span className={styles.line} />
      <span className={styles.line} />
    </div>
  );
}
