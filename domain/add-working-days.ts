import { addDays, weekday } from './lisbon-date.ts';
import { holidaysOf } from './working-days.ts';

/** Whether the office is open. Dates are yyyy-mm-dd; `extraHolidays` are dates that the server publishes, such as a regional day. */
export function isWorkingDay(date: string, extraHolidays: readonly string[] = []): boolean {
  const day = weekday(date);
  if (day === 0 || day === 6) return false;
  return !holidaysOf(Number(date.slice(0, 4))).has(date) && !extraHolidays.includes(date);
}

/**
 * Returns the last day of a period of `count` working days after `date`, which itself does not count. A period of 0 days on a closed day ends on the next
 * working day.
 */
export function addWorkingDays(date: string, count: number, extraHolidays: readonly string[] = []): string {
  let day = date;
  let left = count;
  while (left > 0 || !isWorkingDay(day, extraHolidays)) {
    day = addDays(day, 1);
    if (isWorkingDay(day, extraHolidays)) left -= 1;
  }
  return day;
}
