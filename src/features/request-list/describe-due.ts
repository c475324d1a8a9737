import { type RequestState, turnOf } from '../../domain/request-state.ts';
import { workingDaysUntil } from '../../domain/working-days.ts';

export type Due =
  | { status: 'left' | 'over'; count: number }
  | { status: 'today' }
  /** The citizen's answer is awaited. */
  | { status: 'paused' };

interface Deadline {
  state: RequestState;
  dueOn: string;
  deadlinePaused: boolean;
}

/** How near the deadline is; null when nobody is waited for any more. `today` is the server's. */
export function describeDue(request: Deadline, today: string, extraHolidays: readonly string[]): Due | null {
  if (turnOf(request.state) === 'nobody') return null;
  if (request.deadlinePaused) return { status: 'paused' };
  const days = workingDaysUntil(today, request.dueOn, extraHolidays);
  if (days === 0) return { status: 'today' };
  return days > 0 ? { status: 'left', count: days } : { status: 'over', count: -days };
}
