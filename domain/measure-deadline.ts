import { addWorkingDays } from './add-working-days.ts';
import { lisbonDate } from './lisbon-date.ts';
import { turnOf } from './request-state.ts';
import { type Dated, measureRunning, type RunningDeadline } from './running-deadline.ts';
import { workingDaysUntil } from './working-days.ts';

export type Deadline =
  /** The office awaits the citizen's reply. `whenResumed` is null when the history does not tell since when. */
  { status: 'paused'; whenResumed: ResumedDeadline | null } | RunningDeadline;

/** The working days that were left when the deadline was paused, 0 also when it was over; and the *data prevista* if the citizen replied today. */
type ResumedDeadline = { daysLeft: number; dueOn: string };

/**
 * Measures the deadline on the server's day `today`; returns null when no answer is awaited. A device's wrong clock would show the right to complain too
 * early.
 */
export function measureDeadline(
  request: Dated,
  today: string,
  extraHolidays: readonly string[],
): Deadline | null {
  if (turnOf(request.state) === 'nobody') return null;
  if (request.deadlinePaused) {
    return { status: 'paused', whenResumed: resumeOn(today, request, extraHolidays) };
  }
  return measureRunning(request, today, extraHolidays);
}

/** Computes the due day if the citizen replied today. The day of the office's question has counted; the day of the reply does not. */
function resumeOn(today: string, request: Dated, extraHolidays: readonly string[]): ResumedDeadline | null {
  const asked = request.history.findLast(({ state }) => state === 'awaitingCitizen');
  if (!asked) return null;
  const daysLeft = Math.max(0, workingDaysUntil(lisbonDate(asked.at), request.dueOn, extraHolidays));
  return { daysLeft, dueOn: addWorkingDays(today, daysLeft, extraHolidays) };
}
