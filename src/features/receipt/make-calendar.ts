import type { TFunction } from 'i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import { listGroupOf } from '../../domain/request-state.ts';
import { writeCalendarDay } from '../../lib/calendar-file.ts';

/** Whether an answer is due on a day that is known. */
export function awaitsAnswer({ state, deadlinePaused }: CitizenRequest): boolean {
  return listGroupOf(state) !== 'finished' && !deadlinePaused;
}

/** Says no more than a notification would: others look into a calendar too. */
export function makeCalendar(
  { id, reference, dueOn, updatedAt }: CitizenRequest,
  t: TFunction<'receipt'>,
): { name: string; blob: Blob } {
  const text = writeCalendarDay({
    uid: `prazo-${id}@e-clic`,
    day: dueOn,
    summary: t('calendar.event', { reference }),
    stampedAt: new Date(updatedAt),
  });
  return { name: `prazo-${reference}.ics`, blob: new Blob([text], { type: 'text/calendar' }) };
}
