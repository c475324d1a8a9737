import type { CitizenRequest } from '../contract/types.ts';
import { lisbonDate } from './lisbon-date.ts';
import { turnOf } from './request-state.ts';
import { workingDaysUntil } from './working-days.ts';

export type Dated = Pick<CitizenRequest, 'state' | 'receivedAt' | 'dueOn' | 'deadlinePaused' | 'history'>;

/** `days` are the working days left, or those since the deadline was over; `passed` never exceeds `total`. */
export type RunningDeadline = {
  status: 'left' | 'today' | 'over';
  days: number;
  passed: number;
  total: number;
};

/** Measures a deadline that is awaited and not paused, on the server's day `today`. A device's wrong clock would show the right to complain too early. */
export function measureRunning(
  request: Dated,
  today: string,
  extraHolidays: readonly string[],
): RunningDeadline {
  const left = workingDaysUntil(today, request.dueOn, extraHolidays);
  const total = countRunningDays(request, extraHolidays);
  const passed = Math.min(Math.max(total - left, 0), total);
  const status = left === 0 ? 'today' : left > 0 ? 'left' : 'over';
  return { status, days: Math.abs(left), passed, total };
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
