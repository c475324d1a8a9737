import { DEFAULT_LIMITS } from './limits.ts';
import { lisbonDate } from './lisbon-date.ts';
import { addWorkingDays } from './working-days.ts';

/** Returns the instant at the same time of day, `count` working days later. */
export function afterWorkingDays(atMs: number, count: number): number {
  if (count === 0) return atMs;
  const day = lisbonDate(atMs);
  return atMs + daysBetweenMs(day, addWorkingDays(day, count, DEFAULT_LIMITS.extraHolidays));
}

export function daysBetweenMs(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}
