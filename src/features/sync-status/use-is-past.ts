import { useEffect, useReducer } from 'react';

/** A time nearer than this is not shown: it would be past before it is read. */
export const SOON_MS = 60_000;

/** Whether an instant, in milliseconds since the epoch, is past; the component is drawn again when it comes. */
export function useIsPast(instantMs: number): boolean {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const leftMs = instantMs - Date.now();
  // `NaN` counts as past.
  const isPast = !(leftMs > 0);

  useEffect(() => {
    if (isPast) return;
    const timer = setTimeout(drawAgain, instantMs - Date.now());
    return () => clearTimeout(timer);
  }, [instantMs, isPast]);

  return isPast;
}
