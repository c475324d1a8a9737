import { type ReactNode, useId } from 'react';
import styles from './bar.module.css';

interface ProgressBarProps {
  label: ReactNode;
  value: number;
  max: number;
  /** The same in words: *anexo 2 de 3*. */
  text: string;
}

export function ProgressBar({ label, value, max, text }: ProgressBarProps) {
  const id = useId();
  return (
    <div className={styles.block}>
      <div className={styles.words}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <span id={`${id}-text`} className={styles.text}>
          {text}
        </span>
      </div>
      <progress id={id} value={value} max={max} aria-describedby={`${id}-text`} className={styles.bar} />
    </div>
  );
}
