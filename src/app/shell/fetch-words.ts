import type { AnyRoute } from '@tanstack/react-router';
import i18next from 'i18next';

/**
 * Resolves when the words of a page are there. Its loader waits for them, beside its code: a page that misses a word while it is drawn is
 * taken away until that has come.
 */
export async function fetchWords(...namespaces: readonly string[]): Promise<void> {
  const areThere = () => namespaces.every((each) => i18next.hasResourceBundle(i18next.language, each));
  // What is there waits for nothing: i18next would first end its tries for words of another page.
  if (areThere()) return;
  await i18next.loadNamespaces(namespaces);
  if (!areThere()) throw new Error(`No words of ${namespaces}`);
}

/** Those that the route itself names: a loader may be this, or wait for it. */
export function fetchOwnWords({ route }: { route: AnyRoute }): Promise<void> {
  return fetchWords(...(route.options.staticData?.words ?? []));
}
