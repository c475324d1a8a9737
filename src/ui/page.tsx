import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { takeOverPage } from '../lib/prerendered-page.ts';
import { classNames } from './class-names.ts';
import styles from './page.module.css';

interface PageProps {
  /** The whole document title, *Passo 2 de 4: … – e-Clic*. */
  title: string;
  /** The words of the only h1; when they are not a plain string, `focusKey` tells one page from the next. */
  heading: ReactNode;
  children: ReactNode;
  width?: 'text' | 'wide';
  /** Changes when the page becomes another one under the same heading; the focus then goes to the h1 again. */
  focusKey?: string | number | undefined;
  /** Stands above the heading: the way back, the list of steps. */
  before?: ReactNode;
  /** What the page is mostly for, beside the heading. */
  action?: ReactNode;
  /** With errors the summary takes the focus, so the heading leaves it alone. */
  hasErrors?: boolean;
}

/** At build time, where no effect runs, the title goes with the page. */
const IS_WRITTEN = typeof document === 'undefined';

/** A browser puts the focus at the start of a document it has just loaded; only later pages have to move it themselves. */
let visitHasBegun = false;

export function Page(props: PageProps) {
  const { title, heading, children, width = 'text', focusKey, before, action, hasErrors = false } = props;
  const headingRef = useRef<HTMLHeadingElement>(null);
  const shownKey = useRef<string>(undefined);
  const shownLang = useRef<string>(undefined);
  // Read with the words it belongs to: when the effect runs, it may be another one already.
  const lang = globalThis.document?.documentElement.lang;
  const key = `${focusKey ?? ''} ${typeof heading === 'string' ? heading : ''}`;

  // Once its fields have told what was typed into them early.
  useEffect(() => {
    setTimeout(takeOverPage);
  }, []);

  // The title stands first: a screen reader that follows the focus reads it as the name of the page.
  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    const isTranslated = shownLang.current !== undefined && shownLang.current !== lang;
    shownLang.current = lang;
    // Strict mode runs effects twice; the same page must not count as a second one.
    if (shownKey.current === key) return;
    shownKey.current = key;
    // The same page in another language is no other page: whoever has just chosen the language stays where they are.
    if (isTranslated) return;
    const isFirstOfVisit = !visitHasBegun;
    visitHasBegun = true;
    if (isFirstOfVisit || hasErrors) return;
    const { activeElement } = document;
    // With the frame that draws the page: before it, the page would be laid out for the focus, and then again.
    requestAnimationFrame(() => {
      const hasMoved = document.activeElement !== activeElement && document.activeElement !== document.body;
      if (!hasMoved) headingRef.current?.focus({ preventScroll: true });
    });
  }, [key, lang, hasErrors]);

  // A part that fetches something takes the whole page away for a moment, and the focus of its heading with it.
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
