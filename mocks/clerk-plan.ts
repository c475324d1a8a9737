import type { CitizenRequest } from '../contract/types.ts';
import { endsAt } from '../domain/decide/ending.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import type { OfficeAction } from '../domain/office-moves.ts';
import { afterWorkingDays } from './world-days.ts';

/** The time that the clerk takes for each step when nobody plays it. */
const REVIEW_AFTER_WORKING_DAYS = 2;
const ANSWER_AFTER_WORKING_DAYS = 6;
/** This time counts after the citizen's reply, or after another office got the request. */
const ANSWER_AGAIN_AFTER_WORKING_DAYS = 4;

export interface Step {
  action: OfficeAction;
  /** The instant in ms, by the world's clock. */
  at: number;
}

/** Returns what happens by itself to a request in its state, and when. */
export function nextStep(request: CitizenRequest): Step | null {
  const at = endsAt(request, DEFAULT_LIMITS.extraHolidays);
  return at === null ? clerkStep(request) : { action: 'close', at };
}

/** Returns what the clerk does by itself with the request. */
export function clerkStep(request: CitizenRequest): Step | null {
  const enteredAt = Date.parse(request.history.at(-1)?.at ?? request.receivedAt);
  switch (request.state) {
    case 'registered':
      return { action: 'review', at: afterWorkingDays(enteredAt, REVIEW_AFTER_WORKING_DAYS) };
    case 'inReview':
      return { action: 'answer', at: answerTime(request, enteredAt) };
    case 'forwarded':
      return { action: 'answer', at: afterWorkingDays(enteredAt, ANSWER_AGAIN_AFTER_WORKING_DAYS) };
    default:
      return null;
  }
}

/** Returns when the clerk answers. The first answer depends on the request's age, but never comes before the office has looked at it. */
function answerTime({ receivedAt, history }: CitizenRequest, enteredAt: number): number {
  const isFirst = history.every(({ state }) => state === 'registered' || state === 'inReview');
  if (!isFirst) return afterWorkingDays(enteredAt, ANSWER_AGAIN_AFTER_WORKING_DAYS);
  const byAge = afterWorkingDays(Date.parse(receivedAt), ANSWER_AFTER_WORKING_DAYS);
  return Math.max(byAge, afterWorkingDays(enteredAt, 1));
}
