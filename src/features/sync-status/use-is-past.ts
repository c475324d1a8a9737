import { useEffect, useReducer } from 'react';

/** A time of the clock this near would have come before it is read. */
export const SOON_MS = 60_000;

/** Whether an instant, in milliseconds since the epoch, is past; what shows it is drawn again when it comes. */
export function useIsPast(instantMs: number): boolean {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const leftMs = instantMs - Date.now();
  // An instant that is none is past too.
  const isPast = !(leftMs > 0);

  useEffect(() => {
    if (isPast) return;
    const timer = setTimeout(drawAgain, instantMs - Date.now());
    return () => clearTimeout(timer);
  }, [instantMs, isPast]);

  return isPast;
}
