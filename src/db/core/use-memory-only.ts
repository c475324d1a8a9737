import { useSyncExternalStore } from 'react';
import { isMemoryOnly, subscribeToTrouble } from './storage-trouble.ts';

// No device is known where a page is drawn at build time.
const unknown = () => false;

/** Whether this browser keeps nothing: then no text may say *neste dispositivo*. */
export function useMemoryOnly(): boolean {
  return useSyncExternalStore(subscribeToTrouble, isMemoryOnly, unknown);
}
