import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './layout.module.css';

/** Places its children one under the other; `gap` is in steps of 8 px. */
export function Stack({ gap = 3, children }: { gap?: 0 | 1 | 2 | 3 | 4; children: ReactNode }) {
  return <div className={classNames(styles.stack, styles[`gap${gap}`])}>{children}</div>;
}
