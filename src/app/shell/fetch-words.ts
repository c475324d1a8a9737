import i18next from 'i18next';

/** Sends for the words of a page together with its code; whoever shows them still waits for them. Without it they would come one after the other. */
export function fetchWords(...namespaces: string[]): void {
  void i18next.loadNamespaces(namespaces);
}
