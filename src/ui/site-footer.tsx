import type { ReactNode } from 'react';
import { ListItems } from './list-items.tsx';
import styles from './site-footer.module.css';

interface SiteFooterProps {
  navLabel: string;
  items: ReactNode;
  /** The body that answers for the service, and how to reach it. */
  body: ReactNode;
  language: ReactNode;
  demo?: ReactNode;
}

export function SiteFooter({ navLabel, items, body, language, demo }: SiteFooterProps) {
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        {demo && <div className={styles.demo}>{demo}</div>}
        <nav aria-label={navLabel}>
          <ul className={styles.list}>
            <ListItems items={items} />
          </ul>
        </nav>
        <div className={styles.last}>
          <div className={styles.body}>{body}</div>
          <div className={styles.language}>{language}</div>
        </div>
      </div>
    </footer>
  );
}
