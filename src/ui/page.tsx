import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { takeOverPage } from '../lib/prerendered-page.ts';
import { classNames } from './class-names.ts';
import styles from './page.module.css';

interface PageProps {
  /** The whole title of the document, such as *Passo 2 de 4: … – e-Clic*. */
  title: string;
  /** The words of the only h1; when they are not a plain string, `focusKey` tells one page from the next. */
  heading: ReactNode;
  children: ReactNode;
  width?: 'text' | 'wide';
  /** Changes when the page becomes another one under the same heading; the h1 then takes the focus again. */
  focusKey?: string | number | undefined;
  /** Stands above the heading: the way back, the list of steps. */
  before?: ReactNode;
  /** The page's primary action, beside the heading. */
  action?: ReactNode;
  /** Whether the page has an error summary, which takes the focus instead of the heading. */
  hasErrors?: boolean;
}

/** True at build time, where no effect runs and the title is written into the page. */
const IS_WRITTEN = typeof document === 'undefined';

/** When a document has just been loaded the browser puts the focus at its start; only later pages have to move it themselves. */
let visitHasBegun = false;

export function Page(props: PageProps) {
  const { title, heading, children, width = 'text', focusKey, before, action, hasErrors = false } = props;
  const headingRef = useRef<HTMLHeadingElement>(null);
  const shownKey = useRef<string>(undefined);
  const shownLang = useRef<string>(undefined);
  // Read while drawing, together with the words: by the time the effect runs the language may have changed.
  const lang = globalThis.document?.documentElement.lang;
  const key = `${focusKey ?? ''} ${typeof heading === 'string' ? heading : ''}`;

  // The timeout lets the fields report early typing first.
  useEffect(() => {
    setTimeout(takeOverPage);
  }, []);

  // This effect comes first: a screen reader that follows the focus then reads the new title as the name of the page.
  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    const isTranslated = shownLang.current !== undefined && shownLang.current !== lang;
    shownLang.current = lang;
    // Strict mode runs effects twice; the same page must not count as a second one.
    if (shownKey.current === key) return;
    shownKey.current = key;
    // A change of language is no new page: the focus stays where it is.
    if (isTranslated) return;
    const isFirstOfVisit = !visitHasBegun;
    visitHasBegun = true;
    if (isFirstOfVisit || hasErrors) return;
    const { activeElement } = document;
    // Waits for the frame that draws the page: focusing earlier would lay out the page twice.
    requestAnimationFrame(() => {
      const hasMoved = document.activeElement !== activeElement && document.activeElement !== document.body;
      if (!hasMoved) headingRef.current?.focus({ preventScroll: true });
    });
  }, [key, lang, hasErrors]);

  // A part that suspends hides the whole page for a moment, and its heading loses the focus.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const shown = headingRef.current;
    if (hadFocus.current) shown?.focus({ preventScroll: true });
    return () => {
      hadFocus.current = shown !== null && document.activeElement === shown;
    };
  }, []);

  return (
    <div className={classNames(styles.page, width === 'wide' && styles.wide)}>
      {IS_WRITTEN && <title>{title}</title>}
      {before && <div className={styles.before}>{before}</div>}
      <div className={styles.head}>
        <h1 ref={headingRef} tabIndex={-1} className={styles.heading}>
          {heading}
        </h1>
        {action}
      </div>
      {children}
    </div>
  );
}
