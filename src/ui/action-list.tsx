import type { ReactNode } from 'react';
import styles from './action-list.module.css';

/** Quiet buttons and links with icons, each in a line: what else can be done beside the primary action. */
export function ActionList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}
