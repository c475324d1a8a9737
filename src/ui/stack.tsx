import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './layout.module.css';

interface StackProps {
  /** In steps of 8 px. */
  gap?: 1 | 2 | 3 | 4 | 6;
  children: ReactNode;
}

/** One under the other, evenly apart. */
export function Stack({ gap = 3, children }: StackProps) {
  return <div className={classNames(styles.stack, styles[`gap${gap}`])}>{children}</div>;
}
