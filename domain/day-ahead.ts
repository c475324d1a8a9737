import type { CitizenRequest } from '../contract/types.ts';
import { canAskAbout, turnOf } from './request-state.ts';

/** A day that somebody may want in their calendar. */
export interface DayAhead {
  what: 'answerDue' | 'lastToAsk' | 'reminder';
  /** yyyy-mm-dd. */
  on: string;
}

type Dated = Pick<CitizenRequest, 'state' | 'dueOn' | 'deadlinePaused' | 'askAgainUntil'>;

/** The day by which the office has to answer, after which the citizen may complain, or the last on which they may ask about the answer. Null: nobody knows one. */
export function findDayAhead(request: Dated, today: string): DayAhead | null {
  const { state, dueOn, deadlinePaused } = request;
  if (turnOf(state) !== 'nobody') return deadlinePaused ? null : { what: 'answerDue', on: dueOn };
  return canAskAbout(request, today) ? { what: 'lastToAsk', on: request.askAgainUntil } : null;
}
