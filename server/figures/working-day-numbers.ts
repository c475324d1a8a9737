import { addDays } from '../../domain/lisbon-date.ts';
import { isWorkingDay } from '../../domain/working-days.ts';

export interface WorkingDayNumbers {
  days: string[];
  numbers: number[];
}

/**
 * Numbers the days from one to another, so that the difference between two numbers is the count of working days between them. A database, which knows
 * no holidays, counts with it.
 */
export function numberWorkingDays(
  from: string,
  to: string,
  extraHolidays: readonly string[],
): WorkingDayNumbers {
  const days: string[] = [];
  const numbers: number[] = [];
  let number = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, extraHolidays)) number += 1;
    days.push(day);
    numbers.push(number);
  }
  return { days, numbers };
}
