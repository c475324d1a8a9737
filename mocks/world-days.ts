import { addDays } from '../src/domain/iso-day.ts';
import { DEFAULT_LIMITS } from '../src/domain/limits.ts';
import { lisbonDate } from '../src/domain/lisbon-date.ts';
import { addWorkingDays, isWorkingDay } from '../src/domain/working-days.ts';

const DAY_MS = 86_400_000;

export function lisbonDay(atMs: number): string {
  return lisbonDate(new Date(atMs));
}

/** The same time of day, so many working days later. */
export function afterWorkingDays(atMs: number, count: number): number {
  if (count === 0) return atMs;
  const day = lisbonDay(atMs);
  return atMs + daysBetweenMs(day, addWorkingDays(day, count, DEFAULT_LIMITS.extraHolidays));
}

/** The same time of day, on the working day that lies so many working days back. */
export function beforeWorkingDays(atMs: number, count: number): number {
  const today = lisbonDay(atMs);
  let day = today;
  let left = count;
  while (left > 0 || !isWorkingDay(day, DEFAULT_LIMITS.extraHolidays)) {
    day = addDays(day, -1);
    if (isWorkingDay(day, DEFAULT_LIMITS.extraHolidays)) left -= 1;
  }
  return atMs + daysBetweenMs(today, day);
}

export function afterDays(atMs: number, count: number): number {
  return atMs + count * DAY_MS;
}

function daysBetweenMs(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}
