import { useSyncExternalStore } from 'react';
import { readTrouble, subscribeToTrouble } from '../core/storage-trouble.ts';

/** Whether this browser keeps nothing: then nothing may say *neste dispositivo*. */
export function useMemoryOnly(): boolean {
  return useSyncExternalStore(subscribeToTrouble, readTrouble) === 'memoryOnly';
}
