import type { DeadlineLimits } from '../deadlines.ts';
import { type Ending, lastDayOf } from '../last-day.ts';
import { addDays } from '../lisbon-date.ts';
import { afterAction, type Handled, withRequest } from '../office-moves.ts';

/** The time of day, in UTC, at which requests end. It is on the same day in Lisbon all year. */
const AT_NIGHT = 'T03:00:00.000Z';

/** The states that a request leaves by itself in the end, since the office has nothing left to do. */
export const ENDING_STATES = ['answered', 'awaitingCitizen'] as const;

/** Returns the instant, in ms, at which the request ends if nobody writes anything more; null when it waits for the office or is over. */
export function endsAt(request: Ending, extraHolidays: readonly string[]): number | null {
  const lastDay = lastDayOf(request, extraHolidays);
  return lastDay === null ? null : Date.parse(addDays(lastDay, 1) + AT_NIGHT);
}

/** Returns the request closed, or null before its end. It closes as of the day that the rules give, however late a server finds it. */
export function decideEnding<Row extends Handled>(
  row: Row,
  nowMs: number,
  limits: DeadlineLimits,
): Row | null {
  const atMs = endsAt(row.request, limits.extraHolidays);
  if (atMs === null || atMs > nowMs) return null;
  // Devices tell by `updatedAt` what is new to them, so it is the real time of the change.
  return withRequest(afterAction(row, { action: 'close', atMs }, limits), {
    updatedAt: new Date(nowMs).toISOString(),
  });
}
