import { addWorkingDays } from '../../domain/add-working-days.ts';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import { withRequest } from '../../domain/office-moves.ts';
import type { Context } from '../context.ts';
import { findOwnRequest, keepRequest } from '../requests/request-rows.ts';
import { writeAbout } from '../write-for.ts';
import { WAITING } from './waiting.ts';

/**
 * Moves each due date on which the office came to be closed after it was given to the next day on which it is open, so that everybody reads the same day.
 * One that has been missed either way stays: the citizen has been told. Devices hear of it by their feed; it is no news that the citizen has to read, so
 * `updatedAt` stays.
 */
export async function moveDueDays(context: Context): Promise<void> {
  const { extraHolidays } = context.limits;
  const today = lisbonDate(context.clocks.officeNow());
  if (extraHolidays.length === 0) return;
  const places = await context.db
    .selectFrom('requests')
    .select(['citizenId', 'id'])
    .where('state', 'in', WAITING)
    .where('dueOn', 'in', extraHolidays)
    .execute();
  for (const { citizenId, id } of places)
    await writeAbout(context, citizenId, async (tx) => {
      const row = await findOwnRequest(tx, citizenId, id);
      if (!row) return;
      const dueOn = addWorkingDays(row.request.dueOn, 0, extraHolidays);
      if (dueOn !== row.request.dueOn && dueOn >= today)
        await keepRequest(tx, citizenId, withRequest(row, { dueOn }));
    });
}
