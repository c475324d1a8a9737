import { lisbonDate } from '../../domain/lisbon-date.ts';
import type { Calendar } from '../../domain/working-days.ts';
import type { Context } from '../context.ts';

/** Reads the present day in Lisbon by the office's clock. */
export function daysOf({ clocks, limits }: Context): Calendar {
  return { today: lisbonDate(clocks.officeNow()), extraHolidays: limits.extraHolidays };
}
