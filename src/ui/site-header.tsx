import type { ReactNode } from 'react';
import { ListItems } from './list-items.tsx';
import styles from './site-header.module.css';

interface SiteHeaderProps {
  /** The word mark as a link. */
  home: ReactNode;
  navLabel: string;
  /** Links; the one of the page shown has `aria-current="page"`. */
  items: ReactNode;
  /** Who is signed in, and the way out; from 48rem up. */
  account?: ReactNode;
}

export function SiteHeader({ home, navLabel, items, account }: SiteHeaderProps) {
  return (
    <div className={styles.header}>
      <div className={styles.home}>{home}</div>
      <nav aria-label={navLabel} className={styles.nav}>
        <ul className={styles.list}>
          <ListItems items={items} />
        </ul>
      </nav>
      {account && <div className={styles.account}>{account}</div>}
    </div>
  );
}
