import type { CitizenRequest } from '../contract/types.ts';
import { lisbonDay } from './days-after.ts';

/** After as long CPA art. 132 lets a procedure end that stands still because of the citizen. */
const UNANSWERED_MONTHS = 6;

export type Ending = Pick<
  CitizenRequest,
  'state' | 'askAgainUntil' | 'history' | 'lastMessageAt' | 'receivedAt'
>;

/** The last day, in Lisbon, on which the citizen can answer what they are asked; null: they are asked nothing. */
export function lastDayToReply(request: Ending): string | null {
  return request.state === 'awaitingCitizen' ? lastDayOf(request) : null;
}

/** The last day, in Lisbon, on which the citizen may say something. */
export function lastDayOf({
  state,
  askAgainUntil,
  history,
  lastMessageAt,
  receivedAt,
}: Ending): string | null {
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
