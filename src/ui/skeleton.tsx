import styles from './skeleton.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Holds the place of what is being read from the device, which `label` says in words. It does not move: a spinner would promise progress. */
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
