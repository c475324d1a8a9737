import { useEffect } from 'react';

/** Whether the browser itself holds what is being read in its place. */
const holdsByItself = () => globalThis.CSS?.supports?.('overflow-anchor', 'auto') ?? true;

/** A message that comes in above what is being typed must not push it down; Safari does not see to that by itself. */
export function useSteadyPlace(): void {
  useEffect(() => {
    if (holdsByItself()) return;
    let held: { element: Element; top: number } | null = null;

    function hold() {
      const element = document.activeElement;
      const isField = element?.matches('textarea, input') ?? false;
      held = element && isField ? { element, top: element.getBoundingClientRect().top } : null;
    }

    function putBack() {
      if (held && held.element === document.activeElement) {
        const moved = held.element.getBoundingClientRect().top - held.top;
        if (moved !== 0) window.scrollBy(0, moved);
      }
      hold();
    }

    // Told before the page is painted, so the eye sees no movement.
    const observer = new ResizeObserver(putBack);
    observer.observe(document.body);
    window.addEventListener('scroll', hold, { passive: true });
    window.addEventListener('focusin', hold);
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', hold);
      window.removeEventListener('focusin', hold);
    };
  }, []);
}
