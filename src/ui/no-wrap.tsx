import type { ReactNode } from 'react';
import styles from './layout.module.css';

/** Keeps a reference or a date in one piece: a line may otherwise end at its hyphen. */
export function NoWrap({ children }: { children: ReactNode }) {
  return <span className={styles.noWrap}>{children}</span>;
}
