import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './layout.module.css';

/** Places its children one under the other; `gap` is in steps of 8 px. */
export function Stack({ gap = 3, children }: { gap?: 0 | 1 | 2 | 3 | 4; children: ReactNode }) {
  return <div className={classNames(styles.stack, styles[`gap${gap}`])}>{children}</div>;
}

interface ClusterProps {
  /** The space between the children, in steps of 8 px. */
  gap?: 1 | 2;
  children: ReactNode;
}

/** Places its children side by side while there is room. */
export function Cluster({ gap = 2, children }: ClusterProps) {
  return <div className={classNames(styles.cluster, styles[`gap${gap}`])}>{children}</div>;
}
