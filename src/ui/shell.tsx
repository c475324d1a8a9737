import type { MouseEvent, ReactNode } from 'react';
import { StatusRegion } from './live-region.tsx';
import styles from './shell.module.css';

interface ShellProps {
  skipLabel: string;
  header: ReactNode;
  /** One line under the header, only when there is something to say. */
  statusLine?: ReactNode;
  footer: ReactNode;
  children: ReactNode;
}

const MAIN_ID = 'conteudo';

function skipToMain(event: MouseEvent<HTMLAnchorElement>) {
  // The address stays the page's own: a router would take the hash for a new place.
  event.preventDefault();
  document.getElementById(MAIN_ID)?.focus();
}

export function Shell({ skipLabel, header, statusLine, footer, children }: ShellProps) {
  return (
    <div className={styles.shell}>
      <a href={`#${MAIN_ID}`} className={styles.skip} onClick={skipToMain}>
        {skipLabel}
      </a>
      <header className={styles.header}>
        {header}
        {statusLine && (
          <div className={styles.statusLine}>
            <div className={styles.inner}>{statusLine}</div>
          </div>
        )}
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
        <div className={styles.inner}>{children}</div>
      </main>
      {footer}
      <StatusRegion />
    </div>
  );
}
