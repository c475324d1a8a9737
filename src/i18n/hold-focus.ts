/** Once somebody moves on by one of these, the page stops holding their place. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin'] as const;

let letGo: () => void = () => undefined;

/** Keeps the focus in its place on the screen while the words and their font change; browsers hold what stands at the top, if anything. */
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
