import { lisbonDate } from '../../domain/lisbon-date.ts';
import type { Calendar } from '../../domain/working-days.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { Sought } from '../office/office-list.ts';
import type { Reach } from '../services/reach.ts';
import type { ListPlace } from './list-address.ts';

/** Reads the present day in Lisbon by the office's clock. */
export function daysOf({ clocks, limits }: Context): Calendar {
  return { today: lisbonDate(clocks.officeNow()), extraHolidays: limits.extraHolidays };
}

/** Returns the query for what a clerk sees at a place in the list. */
export function soughtBy(
  context: Context,
  { userName }: Clerk,
  reach: Reach,
  { view, filter }: Pick<ListPlace, 'view' | 'filter'>,
): Sought {
  return { view, filter, userName, reach, today: daysOf(context).today, now: context.clocks.now() };
}
