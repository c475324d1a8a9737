import type { RequestKind } from '../contract/types.ts';
import { addWorkingDays } from './add-working-days.ts';
import type { Limits } from './limits.ts';
import { lisbonDate } from './lisbon-date.ts';

export type DeadlineLimits = Pick<Limits, 'generalWorkingDays' | 'complaintWorkingDays' | 'extraHolidays'>;

/**
 * Returns the last day (yyyy-mm-dd, Lisbon) for the answer. It counts from the reception by the server: a day that a device computes offline is only a *data
 * prevista*.
 */
export function dueOn(receivedAt: string | Date, kind: RequestKind, limits: DeadlineLimits): string {
  const count = kind === 'complaint' ? limits.complaintWorkingDays : limits.generalWorkingDays;
  return addWorkingDays(lisbonDate(receivedAt), count, limits.extraHolidays);
}
