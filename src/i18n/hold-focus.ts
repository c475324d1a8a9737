/** Input events by which a citizen moves on: the page then stops holding the place of the focus. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin'] as const;

let letGo: () => void = () => undefined;

/** Keeps the focus in its place on the screen while the words and their font change; browsers hold what stands at the top, if anything. */
export function holdFocus(): void {
  letGo();
  const element = document.activeElement;
  if (!element || element === document.body || !globalThis.ResizeObserver) return;
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom <= 0 || top >= window.innerHeight) return;

  // The observer is called before the page is painted, so the eye sees no movement.
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
  // The browser's own scroll anchoring is off meanwhile: both would correct the same movement.
  root.style.overflowAnchor = 'none';
  for (const move of MOVES) window.addEventListener(move, letGo, { passive: true });
}
