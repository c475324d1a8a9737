import i18next from 'i18next';

/** Resolves when the texts are there; rejects where they do not come: i18next would show their keys. */
export async function fetchWords(...namespaces: readonly string[]): Promise<void> {
  const areThere = () => namespaces.every((each) => i18next.hasLoadedNamespace(each));
  // Texts that are there need no wait: i18next would first finish its tries for the texts of another page.
  if (areThere()) return;
  await i18next.loadNamespaces(namespaces);
  if (!areThere()) throw new Error(`No words of ${namespaces}`);
}
