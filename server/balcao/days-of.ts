import { lisbonDay } from '../../domain/days-after.ts';
import type { Context } from '../context.ts';
import type { Days } from './words.ts';

/** Reads the present day in Lisbon by the office's clock. */
export function daysOf({ clocks, limits }: Context): Days {
  return { today: lisbonDay(clocks.officeNow()), extraHolidays: limits.extraHolidays };
}
