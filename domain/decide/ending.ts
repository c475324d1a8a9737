import { type Ending, lastDayOf } from '../last-day.ts';
import { addDays } from '../lisbon-date.ts';
import { afterAction, type Handled, withRequest } from '../office-moves.ts';

/** On the same day in Lisbon all year, whenever a server gets to it. */
const AT_NIGHT = 'T03:00:00.000Z';

/** In which nothing has to happen any more at the office. */
export const ENDING_STATES = ['answered', 'awaitingCitizen'] as const;

/** The instant, in ms, at which the request is over if nobody says anything more; null: it waits for the office, or is over. */
export function endsAt(request: Ending): number | null {
  const lastDay = lastDayOf(request);
  return lastDay === null ? null : Date.parse(addDays(lastDay, 1) + AT_NIGHT);
}

/** The request closed; null: its end has not come. It was over on the day of the rules, however late a server finds it. */
export function decideEnding<Row extends Handled>(row: Row, nowMs: number): Row | null {
  const atMs = endsAt(row.request);
  if (atMs === null || atMs > nowMs) return null;
  // By `updatedAt` devices tell what is news from what they know already.
  return withRequest(afterAction(row, 'close', atMs), { updatedAt: new Date(nowMs).toISOString() });
}
