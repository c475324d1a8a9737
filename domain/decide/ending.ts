import type { CitizenRequest } from '../../contract/types.ts';
import { lisbonDay } from '../days-after.ts';
import { addDays } from '../lisbon-date.ts';
import { afterAction, type Handled, withRequest } from '../office-moves.ts';

/** After as long CPA art. 132 lets a procedure end that stands still because of the citizen. */
const UNANSWERED_MONTHS = 6;
/** On the same day in Lisbon all year, whenever a server gets to it. */
const AT_NIGHT = 'T03:00:00.000Z';

/** In which nothing has to happen any more at the office. */
export const ENDING_STATES = ['answered', 'awaitingCitizen'] as const;

type Ending = Pick<CitizenRequest, 'state' | 'askAgainUntil' | 'history' | 'lastMessageAt' | 'receivedAt'>;

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

/** The last day, in Lisbon, on which the citizen can answer what they are asked; null: they are asked nothing. */
export function lastDayToReply(request: Ending): string | null {
  return request.state === 'awaitingCitizen' ? lastDayOf(request) : null;
}

/** The last day, in Lisbon, on which the citizen may say something. */
function lastDayOf({ state, askAgainUntil, history, lastMessageAt, receivedAt }: Ending): string | null {
  if (state === 'answered') return askAgainUntil;
  if (state !== 'awaitingCitizen') return null;
  const enteredAt = history.at(-1)?.at ?? receivedAt;
  const askedAt = lastMessageAt !== null && lastMessageAt > enteredAt ? lastMessageAt : enteredAt;
  return lastDayAfter(askedAt);
}

/** The last day, in Lisbon, for the answer to what the citizen was asked then. */
export function lastDayAfter(askedAt: string): string {
  return monthsAfter(lisbonDay(Date.parse(askedAt)), UNANSWERED_MONTHS);
}

function monthsAfter(day: string, months: number): string {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
