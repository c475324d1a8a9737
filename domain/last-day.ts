import type { CitizenRequest } from '../contract/types.ts';
import { lisbonDay } from './days-after.ts';

/** After these months CPA art. 132 lets a procedure end that stands still because of the citizen. */
const UNANSWERED_MONTHS = 6;

export type Ending = Pick<
  CitizenRequest,
  'state' | 'askAgainUntil' | 'history' | 'lastMessageAt' | 'receivedAt'
>;

/** Returns the last day, in Lisbon, on which the citizen can reply to the office's question; null without a question. */
export function lastDayToReply(request: Ending): string | null {
  return request.state === 'awaitingCitizen' ? lastDayOf(request) : null;
}

/** Returns the last day, in Lisbon, on which the citizen may reply or ask about the answer; null when there is none. */
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

/** Returns the last day, in Lisbon, for the citizen's reply to a question that was asked at this instant. */
export function lastDayAfter(askedAt: string): string {
  return monthsAfter(lisbonDay(Date.parse(askedAt)), UNANSWERED_MONTHS);
}

function monthsAfter(day: string, months: number): string {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
