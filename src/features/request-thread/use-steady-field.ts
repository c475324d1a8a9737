import { useEffect } from 'react';

const isField = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/**
 * Keeps the focused field in its place on the screen when a message comes in above it. Browsers keep, if anything, the element at the top of the window; while
 * the citizen types, the field must stay.
 */
export function useSteadyField(): void {
  useEffect(() => {
    const root = document.documentElement;
    let held: { field: Element; top: number; scrollY: number } | null = null;

    function hold() {
      const field = document.activeElement;
      const { scrollY } = window;
      held = isField(field) ? { field, top: field.getBoundingClientRect().top, scrollY } : null;
      // The browser's own correction is switched off, since both corrections together would move the page twice.
      root.style.overflowAnchor = held ? 'none' : '';
    }

    /** Moves the held position by the scrolled distance. The field's own position may not be corrected yet. */
    function follow() {
      if (!held) return;
      held.top -= window.scrollY - held.scrollY;
      held.scrollY = window.scrollY;
    }

    function putBack() {
      if (held && held.field === document.activeElement) {
        window.scrollBy({ top: held.field.getBoundingClientRect().top - held.top, behavior: 'instant' });
      }
      hold();
    }

    // The observer is called before painting, so the movement is never seen.
    const observer = globalThis.ResizeObserver && new ResizeObserver(putBack);
    observer?.observe(document.body);
    window.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('focusin', hold);
    window.addEventListener('focusout', hold);
    return () => {
      observer?.disconnect();
      window.removeEventListener('scroll', follow);
      window.removeEventListener('focusin', hold);
      window.removeEventListener('focusout', hold);
      root.style.overflowAnchor = '';
    };
  }, []);
}
