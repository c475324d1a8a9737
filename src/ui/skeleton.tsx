import styles from './skeleton.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface SkeletonProps {
  /** What is being waited for, in words. */
  label: string;
}

/** Holds the place of what is being read from the device. It does not move: a spinner would promise progress. */
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
