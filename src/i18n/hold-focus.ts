/** What somebody does next; from then on the place is theirs to choose. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin'] as const;

let letGo: () => void = () => undefined;

/**
 * The words of another language are longer or shorter, and its letters come a moment later: through all of it, what has the focus stays where
 * it is on the screen. Browsers hold the place of what stands at the top of the window, if at all.
 */
export function holdFocus(): void {
  letGo();
  const element = document.activeElement;
  if (!element || element === document.body || !globalThis.ResizeObserver) return;
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom <= 0 || top >= window.innerHeight) return;

  // Told before the page is painted, so the eye sees no movement.
  const observer = new ResizeObserver(() => {
    const moved = element.getBoundingClientRect().top - top;
    window.scrollBy({ top: moved, behavior: 'instant' });
  });
  const root = document.documentElement;
  letGo = () => {
    observer.disconnect();
    for (const move of MOVES) window.removeEventListener(move, letGo);
    root.style.overflowAnchor = '';
  };
  observer.observe(document.body);
  // Two that correct the same movement would correct it twice.
  root.style.overflowAnchor = 'none';
  for (const move of MOVES) window.addEventListener(move, letGo, { passive: true });
}
