import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './layout.module.css';

interface ClusterProps {
  /** The space between the children, in steps of 8 px. */
  gap?: 1 | 2;
  children: ReactNode;
}

/** Places its children side by side while there is room. */
export function Cluster({ gap = 2, children }: ClusterProps) {
  return <div className={classNames(styles.cluster, styles[`gap${gap}`])}>{children}</div>;
}
