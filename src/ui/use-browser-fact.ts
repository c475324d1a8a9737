import { useSyncExternalStore } from 'react';

/** Returns what this browser says once and for all; `asWritten` in a page that is written at build time, until the app takes it over. */
export function useBrowserFact<T>(read: () => T, asWritten: T): T {
  return useSyncExternalStore(neverChanges, read, () => asWritten);
}

function neverChanges(): () => void {
  return () => undefined;
}
