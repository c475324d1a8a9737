import { type ReactNode, useId } from 'react';
import styles from './bar.module.css';

interface BarProps {
  label: ReactNode;
  value: number;
  max: number;
  /** The progress in words, such as *anexo 2 de 3*. They stand beside the bar and describe it to screen readers. */
  text: string;
}

export function Meter(props: BarProps) {
  return <LabelledBar as="meter" {...props} />;
}

export function ProgressBar(props: BarProps) {
  return <LabelledBar as="progress" {...props} />;
}

function LabelledBar({ as: Element, label, value, max, text }: BarProps & { as: 'meter' | 'progress' }) {
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
      <Element id={id} value={value} max={max} aria-describedby={`${id}-text`} className={styles.bar} />
    </div>
  );
}
