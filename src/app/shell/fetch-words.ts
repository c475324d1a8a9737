import type { AnyRoute } from '@tanstack/react-router';
import i18next from 'i18next';

/**
 * Resolves when the words of a page are there. Its loader waits for them, beside its code: a page that misses a word while it is drawn is
 * taken away until that has come.
 */
export async function fetchWords(...namespaces: readonly string[]): Promise<void> {
  const missing = () => namespaces.filter((each) => !i18next.hasResourceBundle(i18next.language, each));
  // What is there waits for nothing: i18next would first end its tries for words of another page.
  if (missing().length === 0) return;
  await i18next.loadNamespaces(namespaces);
  if (missing().length > 0) throw new Error(`No words of ${missing().join(', ')} have come`);
}

/** Those that the route itself names: a loader may be this, or wait for it. */
export function fetchOwnWords({ route }: { route: AnyRoute }): Promise<void> {
  return fetchWords(...(route.options.staticData?.words ?? []));
}
