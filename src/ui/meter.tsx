import { useId } from 'react';
import styles from './bar.module.css';

interface MeterProps {
  label: string;
  value: number;
  max: number;
  min?: number;
  /** The same in words; the bar only repeats it. */
  text: string;
}

export function Meter({ label, value, max, min = 0, text }: MeterProps) {
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
      <meter
        id={id}
        value={value}
        min={min}
        max={max}
        aria-describedby={`${id}-text`}
        className={styles.bar}
      />
    </div>
  );
}
