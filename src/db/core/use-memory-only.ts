import { useSyncExternalStore } from 'react';
import { noTrouble, readTrouble, subscribeToTrouble } from './storage-trouble.ts';

/** Whether this browser keeps nothing: then no text may say *neste dispositivo*. */
export function useMemoryOnly(): boolean {
  return useSyncExternalStore(subscribeToTrouble, readTrouble, noTrouble) === 'memoryOnly';
}
