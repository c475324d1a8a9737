import { addWorkingDays, isWorkingDay } from '../domain/add-working-days.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { addDays, lisbonDate } from '../domain/lisbon-date.ts';

const MINUTE_MS = 60_000;
const OPENS_MINUTE = 9 * 60;
const OPEN_MINUTES = 8 * 60;
/** Coprime to the minutes of an office's day, so that a time comes back only after all others. */
const SPREAD_MINUTES = 137;

const LISBON_CLOCK = new Intl.DateTimeFormat('pt-PT', {
  timeZone: 'Europe/Lisbon',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Returns the instant at the same time of day, `count` working days earlier. */
export function beforeWorkingDays(atMs: number, count: number): number {
  const today = lisbonDate(atMs);
  let day = today;
  let left = count;
  while (left > 0 || !isWorkingDay(day, DEFAULT_LIMITS.extraHolidays)) {
    day = addDays(day, -1);
    if (isWorkingDay(day, DEFAULT_LIMITS.extraHolidays)) left -= 1;
  }
  return atMs + daysBetweenMs(today, day);
}

/** Returns the instant at the same time of day, `count` working days later. */
export function afterWorkingDays(atMs: number, count: number): number {
  if (count === 0) return atMs;
  const day = lisbonDate(atMs);
  return atMs + daysBetweenMs(day, addWorkingDays(day, count, DEFAULT_LIMITS.extraHolidays));
}

function daysBetweenMs(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

/** Returns the time of day in Lisbon, in minutes since midnight. */
function lisbonMinute(atMs: number): number {
  const [hour = 0, minute = 0] = LISBON_CLOCK.format(atMs).split(':').map(Number);
  return hour * 60 + minute;
}

/** Returns an instant of the same day while offices are open, another one for each `index`, and never later than `nowMs`. */
export function atOfficeHour(atMs: number, index: number, nowMs: number): number {
  const minute = OPENS_MINUTE + ((index * SPREAD_MINUTES) % OPEN_MINUTES);
  return Math.min(atMs + (minute - lisbonMinute(atMs)) * MINUTE_MS, nowMs);
}
