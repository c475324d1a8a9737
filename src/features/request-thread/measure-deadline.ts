import { lisbonDate } from '../../domain/lisbon-date.ts';
import { type RequestState, turnOf } from '../../domain/request-state.ts';
import { workingDaysUntil } from '../../domain/working-days.ts';

interface Dated {
  state: RequestState;
  receivedAt: string;
  dueOn: string;
  deadlinePaused: boolean;
}

export type Deadline =
  | { status: 'paused' }
  /** `passed` never exceeds `total`; `days` are those left, or those over. */
  | { status: 'left' | 'today' | 'over'; days: number; passed: number; total: number };

/** How much of the time to answer has gone; null when nobody is waited for any more. `today` is the server's. */
export function measureDeadline(
  request: Dated,
  today: string,
  extraHolidays: readonly string[],
): Deadline | null {
  if (turnOf(request.state) === 'nobody') return null;
  if (request.deadlinePaused) return { status: 'paused' };
  const total = workingDaysUntil(lisbonDate(request.receivedAt), request.dueOn, extraHolidays);
  const left = workingDaysUntil(today, request.dueOn, extraHolidays);
  const passed = Math.min(Math.max(total - left, 0), total);
  const status = left === 0 ? 'today' : left > 0 ? 'left' : 'over';
  return { status, days: Math.abs(left), passed, total };
}
