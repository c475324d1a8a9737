import { keepParts } from '../../db/storage/kept-parts.ts';
import { isOnWifi, savesData } from '../../lib/connection.ts';
import { usePreferences } from '../../state/preferences.ts';

/** The film is as heavy as all the other parts together: only a citizen who asks for everything gets it. */
const NEVER_UNASKED = 'film';

/**
 * Keeps files beyond those that the worker keeps by itself: the part of the chosen language, at each later choice too, and, where the line costs
 * nothing, all parts but the film. The next visit asks again for what does not come. Returns the function that stops it.
 */
export function keepWanted(keep: typeof keepParts = keepParts): () => void {
  const keepUnlessMissed = (isMeant: (part: string) => boolean) => void keep(isMeant).catch(() => undefined);
  const keepLanguage = (language: string) => keepUnlessMissed((part) => part === language);

  keepLanguage(usePreferences.getState().language);
  if (isOnWifi() && !savesData()) keepUnlessMissed((part) => part !== NEVER_UNASKED);
  return usePreferences.subscribe((now, before) => {
    if (now.language !== before.language) keepLanguage(now.language);
  });
}
