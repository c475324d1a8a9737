import { useEffect, useState } from 'react';
import type { CurrentDatabase } from '../../db/core/database-context.ts';

/** Counts how often somebody has left while a page is shown. With the count as its key, a page forgets what they had typed, and nobody else's words. */
export function useLeavings({ subscribe }: Pick<CurrentDatabase, 'subscribe'>): number {
  const [leavings, setLeavings] = useState(0);
  useEffect(
    () =>
      subscribe((_next, before) => {
        if (before) setLeavings((count) => count + 1);
      }),
    [subscribe],
  );
  return leavings;
}
