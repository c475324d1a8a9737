import i18next from 'i18next';

/** What somebody does next; from then on the place is theirs to choose. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin'] as const;

/**
 * The words of another language are longer or shorter, and its letters come a moment later: through all of it, what has the focus stays where
 * it was on the screen. Browsers hold the place of what stands at the top of the window, if at all.
 */
export function keepFocusSteady(): void {
  const root = document.documentElement;
  let held: { element: Element; top: number } | null = null;

  function release() {
    observer?.disconnect();
    for (const move of MOVES) window.removeEventListener(move, release);
    held = null;
    root.style.overflowAnchor = '';
  }

  function putBack() {
    if (!held) return;
    const moved = held.element.getBoundingClientRect().top - held.top;
    window.scrollBy({ top: moved, behavior: 'instant' });
  }

  // Told before the page is painted, so the eye sees no movement.
  const observer = globalThis.ResizeObserver && new ResizeObserver(putBack);

  // Told of while the page still has the old words.
  i18next.on('languageChanged', () => {
    release();
    const element = document.activeElement;
    if (!element || element === document.body) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom <= 0 || top >= window.innerHeight) return;
    held = { element, top };
    // Two that correct the same movement would correct it twice.
    root.style.overflowAnchor = 'none';
    for (const move of MOVES) window.addEventListener(move, release, { passive: true });
    observer?.observe(document.body);
  });
}
