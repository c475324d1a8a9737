import { lisbonDay } from '../../domain/days-after.ts';
import type { Context } from '../context.ts';
import type { Days } from './words.ts';

/** By the office's clock. */
export function daysOf({ clocks, limits }: Context): Days {
  return { today: lisbonDay(clocks.officeNow()), extraHolidays: limits.extraHolidays };
}
