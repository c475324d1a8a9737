import { Children, type MouseEvent, type ReactNode } from 'react';
import { StatusRegion } from './live-region.tsx';
import styles from './shell.module.css';
import footerStyles from './site-footer.module.css';
import headerStyles from './site-header.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';
import markStyles from './word-mark.module.css';

interface ShellProps {
  skipLabel: string;
  header: ReactNode;
  /** One line under the header, only when there is something to say. */
  statusLine?: ReactNode;
  footer: ReactNode;
  /** An `OpeningLine` while the next page is on its way. */
  opening: ReactNode;
  children: ReactNode;
}

const MAIN_ID = 'conteudo';

function skipToMain(event: MouseEvent<HTMLAnchorElement>) {
  // The address must not change: the router would take the hash for a new page.
  event.preventDefault();
  document.getElementById(MAIN_ID)?.focus();
}

/**
 * Safari focuses no button at a press. The page needs to know where the citizen is: a closed dialog returns the focus to its button, and a picture that is
 * still on its way opens only for whoever waits for it. Called before the button's own handler, which may move the focus on.
 */
function focusPressed({ target, detail }: MouseEvent) {
  // Enter in a field makes a click without detail on the button that submits, and the citizen stays in the field.
  if (detail && target instanceof Element) target.closest('button')?.focus({ preventScroll: true });
}

export function Shell({ skipLabel, header, statusLine, footer, opening, children }: ShellProps) {
  return (
    <div className={styles.shell} onClickCapture={focusPressed}>
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
        {opening}
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
        <div className={styles.inner}>{children}</div>
      </main>
      {footer}
      <StatusRegion />
    </div>
  );
}

/** Says over the page that the next page is on its way. */
export function OpeningLine({ children }: { children: ReactNode }) {
  return <p className={styles.opening}>{children}</p>;
}

interface SiteHeaderProps {
  home: ReactNode;
  navLabel: string;
  /** The links of the navigation; the link of the current page has `aria-current="page"`. */
  items: ReactNode;
  /** The name of the signed-in citizen, with the way to sign out. */
  account?: ReactNode;
}

export function SiteHeader({ home, navLabel, items, account }: SiteHeaderProps) {
  return (
    <div className={headerStyles.header}>
      <div className={headerStyles.home}>{home}</div>
      <nav aria-label={navLabel} className={headerStyles.nav}>
        <ul className={headerStyles.list}>
          <ListItems items={items} />
        </ul>
      </nav>
      {account && <div className={headerStyles.account}>{account}</div>}
    </div>
  );
}

interface SiteFooterProps {
  navLabel: string;
  items: ReactNode;
  /** The institution that is responsible for the service, with its contact. */
  body: ReactNode;
  language: ReactNode;
  demo?: ReactNode;
}

export function SiteFooter({ navLabel, items, body, language, demo }: SiteFooterProps) {
  return (
    <footer className={footerStyles.footer}>
      <div className={footerStyles.inner}>
        {demo && <div className={footerStyles.demo}>{demo}</div>}
        <nav aria-label={navLabel}>
          <ul className={footerStyles.list}>
            <ListItems items={items} />
          </ul>
        </nav>
        <div className={footerStyles.last}>
          <div className={footerStyles.body}>{body}</div>
          <div className={footerStyles.language}>{language}</div>
        </div>
      </div>
    </footer>
  );
}

/** Wraps each item in an `li`, and skips absent items. */
function ListItems({ items }: { items: ReactNode }) {
  return Children.map(items, (item) => item && <li>{item}</li>);
}

/** The name in one line of even strokes; the dot of the i is the click. Drawn for this project. */
export function WordMark({ text }: { text: string }) {
  return (
    <span className={markStyles.mark}>
      <svg viewBox="0 0 124 44" aria-hidden="true" className={markStyles.drawing}>
        <g className={markStyles.letters}>
          <path d="M5 27h18a9 9 0 1 0-2.9 6.6" />
          <path d="M31 25h9" className={markStyles.accent} />
          <path d="M71.5 14.2a12.5 12.5 0 1 0 0 17.6" />
          <path d="M80 8v27.5" />
          <path d="M91 19v16.5" />
          <path d="M117.4 21.6a9 9 0 1 0 0 10.8" />
        </g>
        <g className={markStyles.click}>
          <circle cx="91" cy="10.5" r="3.2" className={markStyles.dot} />
          <path d="M91 3.5V1.5M96.5 6l1.5-1.5M85.5 6L84 4.5" className={markStyles.rays} />
        </g>
      </svg>
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}
