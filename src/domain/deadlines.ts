import { lisbonDate } from './lisbon-date.ts';
import type { RequestKind } from './request-kind.ts';
import { addWorkingDays } from './working-days.ts';

/** The server's figures; part of `Limits`. */
export interface DeadlineConfig {
  generalWorkingDays: number;
  complaintWorkingDays: number;
  extraHolidays: readonly string[];
}

/**
 * The last day (yyyy-mm-dd, Lisbon) for the answer. It counts from the reception by the server, never from the press
 * of the button: computed on a device that is offline it is only a *data prevista*.
 */
export function dueOn(receivedAt: string | Date, kind: RequestKind, config: DeadlineConfig): string {
  const count = kind === 'complaint' ? config.complaintWorkingDays : config.generalWorkingDays;
  return addWorkingDays(lisbonDate(receivedAt), count, config.extraHolidays);
}
