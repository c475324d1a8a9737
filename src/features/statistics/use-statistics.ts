import { useEffect, useState } from 'react';
import { serverDay } from '../../../domain/lisbon-date.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import { readLimits } from '../../db/core/read-limits.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { useRequestSearch } from '../../db/search/request-search.ts';
import type { RequestStatistics } from '../../db/search/request-statistics.ts';

export type CountedStatistics = RequestStatistics & { year: string };

/** The statistics, counted again when requests change. */
export function useStatistics() {
  const search = useRequestSearch();
  const [statistics, setStatistics] = useState<CountedStatistics | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const facts = useQuery(async (db) => {
    const [{ clockOffsetMs }, { extraHolidays }] = await Promise.all([readSyncState(db), readLimits(db)]);
    return { clockOffsetMs, holidays: extraHolidays.join() };
  });
  const today = facts ? serverDay(new Date(), facts.clockOffsetMs) : null;
  const holidays = facts?.holidays ?? '';

  useEffect(() => {
    if (!search || today === null) return;
    const extraHolidays = holidays === '' ? [] : holidays.split(',');
    let isCurrent = true;

    function count(day: string): void {
      search?.countStatistics({ today: day, extraHolidays }).then(
        (counted) => isCurrent && setStatistics({ ...counted, year: day.slice(0, 4) }),
        () => isCurrent && setHasFailed(true),
      );
    }

    count(today);
    const stop = search.subscribe(() => count(today));
    return () => {
      isCurrent = false;
      stop();
    };
  }, [search, today, holidays]);

  return { statistics, hasFailed };
}
