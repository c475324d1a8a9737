import { useEffect } from 'react';

const isField = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/**
 * A message that comes in above what is being typed must not push it away. Browsers hold the place of what stands at the top of the window,
 * if at all; while somebody types it is the field that has to stay.
 */
export function useSteadyField(): void {
  useEffect(() => {
    const root = document.documentElement;
    let held: { field: Element; top: number; scrollY: number } | null = null;

    function hold() {
      const field = document.activeElement;
      const { scrollY } = window;
      held = isField(field) ? { field, top: field.getBoundingClientRect().top, scrollY } : null;
      // Two that correct the same movement would correct it twice.
      root.style.overflowAnchor = held ? 'none' : '';
    }

    /** By so much as was scrolled, and not to where the field is now: what came in above it may not have been put right yet. */
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

    // Told before the page is painted, so the eye sees no movement.
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
