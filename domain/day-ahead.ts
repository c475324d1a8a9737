import type { CitizenRequest } from '../contract/types.ts';
import { type Ending, lastDayToReply } from './last-day.ts';
import { canAskAbout, turnOf } from './request-state.ts';

/** A day that the citizen may want in a calendar. */
export interface DayAhead {
  what: 'answerDue' | 'lastToReply' | 'lastToAsk' | 'reminder';
  /** yyyy-mm-dd. */
  on: string;
}

type Dated = Ending & Pick<CitizenRequest, 'dueOn' | 'deadlinePaused'>;

/**
 * Returns the day by which the office has to answer, after which the citizen may complain; or the citizen's own last day to reply, or to ask about the
 * answer. Returns null when the citizen's last day is past, or when no day is known.
 */
export function findDayAhead(
  request: Dated,
  today: string,
  extraHolidays: readonly string[],
): DayAhead | null {
  const { state, dueOn, deadlinePaused } = request;
  const toReply = lastDayToReply(request, extraHolidays);
  if (toReply !== null) return toReply < today ? null : { what: 'lastToReply', on: toReply };
  if (turnOf(state) !== 'nobody') return deadlinePaused ? null : { what: 'answerDue', on: dueOn };
  return canAskAbout(request, today) ? { what: 'lastToAsk', on: request.askAgainUntil } : null;
}
