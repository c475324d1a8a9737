import type { CitizenRequest } from '../../contract/types.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useQuery } from '../../db/core/database-context.ts';
import { readLimits, readSyncState } from '../../db/core/metadata.ts';
import { type Deadline, measureDeadline } from '../../domain/deadlines.ts';
import { serverDay } from '../../domain/lisbon-date.ts';

async function readCalendar(db: CitizenDatabase) {
  const [{ clockOffsetMs }, { extraHolidays }] = await Promise.all([readSyncState(db), readLimits(db)]);
  return { clockOffsetMs, extraHolidays };
}

/** Undefined while it is being read; null when nobody is waited for any more. */
export function useDeadline(request: CitizenRequest): Deadline | null | undefined {
  const calendar = useQuery(readCalendar);
  if (!calendar) return undefined;
  return measureDeadline(request, serverDay(new Date(), calendar.clockOffsetMs), calendar.extraHolidays);
}
