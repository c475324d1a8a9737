const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Three o'clock UTC: in Lisbon it is three or four, which no change of the clock leaves out or repeats. */
const NIGHT_MS = 3 * HOUR_MS;

export function everyNight(afterMs: number): number {
  return Math.floor((afterMs - NIGHT_MS) / DAY_MS + 1) * DAY_MS + NIGHT_MS;
}

/** Returns the next instant that is a multiple of `ms`, such as the full hour. */
export function every(ms: number): (afterMs: number) => number {
  return (afterMs) => (Math.floor(afterMs / ms) + 1) * ms;
}
