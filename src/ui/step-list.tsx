import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './step-list.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Step {
  key: string;
  label: string;
  state: 'current' | 'reached' | 'ahead';
  /** The state in words, for those who do not see colours. */
  stateText: string;
  /** Wraps the name in a link, for a step that was reached. */
  render?: ((children: ReactNode) => ReactNode) | undefined;
}

export function StepList({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <nav aria-label={label} className={styles.nav}>
      <ol className={styles.list}>
        {steps.map((step, index) => {
          const name = (
            <span className={styles.name}>
              <span className={styles.number}>{index + 1}.</span>{' '}
              <span className={styles.label}>{step.label}</span>
            </span>
          );
          return (
            <li
              key={step.key}
              className={classNames(styles.step, styles[step.state])}
              aria-current={step.state === 'current' ? 'step' : undefined}
            >
              {step.render ? step.render(name) : name}
              <VisuallyHidden> {step.stateText}</VisuallyHidden>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
