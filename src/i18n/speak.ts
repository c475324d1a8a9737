import i18next from 'i18next';
import type { Language } from '../state/kept-preferences.ts';
import { usePreferences } from '../state/preferences.ts';
import { holdFocus } from './hold-focus.ts';

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
