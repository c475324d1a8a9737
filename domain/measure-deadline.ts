import type { CitizenRequest } from '../contract/types.ts';
import { lisbonDate } from './lisbon-date.ts';
import { turnOf } from './request-state.ts';
import { addWorkingDays, workingDaysUntil } from './working-days.ts';

type Dated = Pick<CitizenRequest, 'state' | 'receivedAt' | 'dueOn' | 'deadlinePaused' | 'history'>;

export type Deadline =
  /** The office awaits the citizen's reply. `whenResumed` is null when the history does not tell since when. */
  | { status: 'paused'; whenResumed: ResumedDeadline | null }
  /** `days` are the working days left, or those since the deadline was over; `passed` never exceeds `total`. */
  | { status: 'left' | 'today' | 'over'; days: number; passed: number; total: number };

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
  const left = workingDaysUntil(today, request.dueOn, extraHolidays);
  const total = countRunningDays(request, extraHolidays);
  const passed = Math.min(Math.max(total - left, 0), total);
  const status = left === 0 ? 'today' : left > 0 ? 'left' : 'over';
  return { status, days: Math.abs(left), passed, total };
}

/** Computes the due day if the citizen replied today. The day of the office's question has counted; the day of the reply does not. */
function resumeOn(today: string, request: Dated, extraHolidays: readonly string[]): ResumedDeadline | null {
  const asked = request.history.findLast(({ state }) => state === 'awaitingCitizen');
  if (!asked) return null;
  const daysLeft = Math.max(0, workingDaysUntil(lisbonDate(asked.at), request.dueOn, extraHolidays));
  return { daysLeft, dueOn: addWorkingDays(today, daysLeft, extraHolidays) };
}

/** Counts the working days of the whole period without those during which it was paused. */
function countRunningDays(request: Dated, extraHolidays: readonly string[]): number {
  let counted = 0;
  let runsSince: string | null = lisbonDate(request.receivedAt);
  for (const { state, at } of request.history) {
    const turn = turnOf(state);
    if (turn === 'office') {
      runsSince ??= lisbonDate(at);
      continue;
    }
    if (runsSince !== null) counted += daysFrom(runsSince, lisbonDate(at), extraHolidays);
    // A question about the answer has a whole period of its own.
    if (turn === 'nobody') counted = 0;
    runsSince = null;
  }
  return runsSince === null ? counted : counted + daysFrom(runsSince, request.dueOn, extraHolidays);
}

function daysFrom(start: string, end: string, extraHolidays: readonly string[]): number {
  return Math.max(0, workingDaysUntil(start, end, extraHolidays));
}
