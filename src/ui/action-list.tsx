import type { ReactNode } from 'react';
import styles from './action-list.module.css';

/** A list of quiet buttons and links with icons, one per line: the secondary actions beside the primary one. */
export function ActionList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}
