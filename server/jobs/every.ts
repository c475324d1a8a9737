const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** By the clock of Greenwich: in Lisbon it is three or four, and never an hour that is left out or comes twice. */
const NIGHT_MS = 3 * HOUR_MS;

export function everyNight(afterMs: number): number {
  return Math.floor((afterMs - NIGHT_MS) / DAY_MS + 1) * DAY_MS + NIGHT_MS;
}

/** On the full hour, or whatever part of it. */
export function every(ms: number): (afterMs: number) => number {
  return (afterMs) => (Math.floor(afterMs / ms) + 1) * ms;
}
