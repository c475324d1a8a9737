import { keepParts } from '../../db/storage/kept-files.ts';
import { isOnWifi, savesData } from '../../lib/connection.ts';
import { usePreferences } from '../../state/preferences.ts';

/** As heavy as all the rest: it comes to whoever looks at it, or asks for everything. */
const NEVER_UNASKED = 'film';

/**
 * Keeps what is wanted beyond what the worker keeps by itself: the language that is spoken, also when another one is chosen later, and all but
 * the film where it costs nobody anything. What does not come now is asked for again at the next visit.
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
