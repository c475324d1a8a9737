import i18next from 'i18next';
import type { Language } from '../state/kept-preferences.ts';
import { usePreferences } from '../state/preferences.ts';

/** Input events by which a citizen moves on: the page then stops holding the place of the focus. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin'] as const;

let letGo: () => void = () => undefined;

/** Changes the language once all its texts are loaded: otherwise some would show as their keys. Rejects where a text does not come. */
export async function speak(
  language: Language,
  load: (language: string, namespace: string) => Promise<object>,
): Promise<void> {
  const inUse = [i18next.options.ns ?? []].flat();
  const missing = inUse.filter((namespace) => !i18next.hasResourceBundle(language, namespace));
  const texts = await Promise.all(missing.map((namespace) => load(language, namespace)));
  for (const [n, namespace] of missing.entries()) i18next.addResourceBundle(language, namespace, texts[n]);
  // The citizen may have chosen another language meanwhile.
  if (usePreferences.getState().language !== language) return;
  holdFocus();
  await i18next.changeLanguage(language);
}

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
