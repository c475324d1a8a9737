import type { CitizenRequest } from '../contract/types.ts';
import { turnOf } from './request-state.ts';

/** A day that somebody may want in their calendar. */
export interface DayAhead {
  what: 'answerDue' | 'lastToAsk' | 'reminder';
  /** yyyy-mm-dd. */
  on: string;
}

type Dated = Pick<CitizenRequest, 'state' | 'dueOn' | 'deadlinePaused' | 'askAgainUntil'>;

/** The day by which the office has to answer, after which the citizen may complain, or the last on which they may ask about the answer. Null: nobody knows one. */
export function findDayAhead(request: Dated, today: string): DayAhead | null {
  const { state, dueOn, deadlinePaused, askAgainUntil } = request;
  if (turnOf(state) !== 'nobody') return deadlinePaused ? null : { what: 'answerDue', on: dueOn };
  const mayAsk = state === 'answered' && askAgainUntil !== null && today <= askAgainUntil;
  return mayAsk ? { what: 'lastToAsk', on: askAgainUntil } : null;
}
