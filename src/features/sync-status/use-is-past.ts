import { useEffect, useReducer } from 'react';

/** A time nearer than this is not shown: it would be past before it is read. */
export const SOON_MS = 60_000;

/** Whether an instant (in milliseconds since the epoch) is past. The component is redrawn when the instant comes. */
export function useIsPast(instantMs: number): boolean {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const leftMs = instantMs - Date.now();
  // `NaN` must count as past.
  const isPast = !(leftMs > 0);

  useEffect(() => {
    if (isPast) return;
    const timer = setTimeout(drawAgain, instantMs - Date.now());
    return () => clearTimeout(timer);
  }, [instantMs, isPast]);

  return isPast;
}
