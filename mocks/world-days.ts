import { DEFAULT_LIMITS } from '../src/domain/limits.ts';
import { addDays, lisbonDate } from '../src/domain/lisbon-date.ts';
import { addWorkingDays, isWorkingDay } from '../src/domain/working-days.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const OPENS_MINUTE = 9 * 60;
const OPEN_MINUTES = 8 * 60;
/** Prime to the minutes that an office is open, so that times come back only after all others. */
const SPREAD_MINUTES = 137;

const LISBON_CLOCK = new Intl.DateTimeFormat('pt-PT', {
  timeZone: 'Europe/Lisbon',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

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

/** The clock in Lisbon, in minutes since midnight. */
function lisbonMinute(atMs: number): number {
  const [hour = 0, minute = 0] = LISBON_CLOCK.format(atMs).split(':').map(Number);
  return hour * 60 + minute;
}

/** The same day at a time at which offices are open, another one for each `index`, and never later than `nowMs`. */
export function atOfficeHour(atMs: number, index: number, nowMs: number): number {
  const minute = OPENS_MINUTE + ((index * SPREAD_MINUTES) % OPEN_MINUTES);
  return Math.min(atMs + (minute - lisbonMinute(atMs)) * MINUTE_MS, nowMs);
}

export function afterDays(atMs: number, count: number): number {
  return atMs + count * DAY_MS;
}

function daysBetweenMs(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}
