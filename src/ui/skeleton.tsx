import styles from './skeleton.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface SkeletonProps {
  /** What is being waited for, in words. */
  label: string;
}

/** Holds the place of what is read from the device; it does not move, so that nothing seems to spin for ever. */
export function Skeleton({ label }: SkeletonProps) {
  return (
    <div className={styles.skeleton}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <span className={styles.line} />
      <span className={styles.line} />
      <span className={styles.line} />
    </div>
  );
}
