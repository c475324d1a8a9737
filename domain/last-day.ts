import type { CitizenRequest } from '../contract/types.ts';
import { addWorkingDays } from './add-working-days.ts';
import { lisbonDate } from './lisbon-date.ts';

/** After these months CPA art. 132 lets a procedure end that stands still because of the citizen. */
const UNANSWERED_MONTHS = 6;

export type Ending = Pick<
  CitizenRequest,
  'state' | 'askAgainUntil' | 'history' | 'lastMessageAt' | 'receivedAt'
>;

/** Returns the last day, in Lisbon, on which the citizen can reply to the office's question; null without a question. */
export function lastDayToReply(request: Ending, extraHolidays: readonly string[]): string | null {
  return request.state === 'awaitingCitizen' ? lastDayOf(request, extraHolidays) : null;
}

/** Returns the last day, in Lisbon, on which the citizen may reply or ask about the answer; null when there is none. */
export function lastDayOf(
  { state, askAgainUntil, history, lastMessageAt, receivedAt }: Ending,
  extraHolidays: readonly string[],
): string | null {
  if (state === 'answered') return askAgainUntil;
  if (state !== 'awaitingCitizen') return null;
  const enteredAt = history.at(-1)?.at ?? receivedAt;
  const askedAt = lastMessageAt !== null && lastMessageAt > enteredAt ? lastMessageAt : enteredAt;
  return lastDayAfter(askedAt, extraHolidays);
}

/** Returns the last day, in Lisbon, for the citizen's reply to a question that was asked at this instant. The office is open on that day. */
export function lastDayAfter(askedAt: string, extraHolidays: readonly string[]): string {
  return addWorkingDays(monthsAfter(lisbonDate(askedAt), UNANSWERED_MONTHS), 0, extraHolidays);
}

/** Returns the same day of a later month, or the last of a month that has no such day. */
function monthsAfter(day: string, months: number): string {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + months);
  // A day that the month does not have is one of the month after. Day 0 is the last of the month before.
  if (date.getUTCDate() !== Number(day.slice(-2))) date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}
