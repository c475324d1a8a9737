import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import type { CitizenDatabase } from '../../db/citizen-database.ts';
import { useQuery } from '../../db/database-context.ts';
import { readLimits, readSyncFacts } from '../../db/facts.ts';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import { formatDay } from '../../lib/format-date.ts';
import { Meter } from '../../ui/meter.tsx';
import { measureDeadline } from './measure-deadline.ts';

async function readCalendar(db: CitizenDatabase) {
  const [{ clockOffsetMs }, { extraHolidays }] = await Promise.all([readSyncFacts(db), readLimits(db)]);
  return { clockOffsetMs, extraHolidays };
}

/** The deadline as a sentence first, then as a bar. */
export function DeadlineSection({ request }: { request: CitizenRequest }) {
  const { t, i18n } = useTranslation('thread');
  const calendar = useQuery(readCalendar);
  if (!calendar) return null;
  const today = lisbonDate(new Date(Date.now() + calendar.clockOffsetMs));
  const deadline = measureDeadline(request, today, calendar.extraHolidays);
  if (!deadline) return null;
  const date = formatDay(request.dueOn, i18n.language);
  return (
    <section>
      <h2>{t('deadline.heading')}</h2>
      {deadline.status === 'paused' ? (
        <p>{t('deadline.paused')}</p>
      ) : (
        <>
          <p>
            {deadline.status === 'today'
              ? t('deadline.today', { date })
              : t(`deadline.${deadline.status}`, { date, count: deadline.days })}
          </p>
          <Meter
            label={t('deadline.meter')}
            value={deadline.passed}
            max={deadline.total}
            text={t('deadline.meterValue', { passed: deadline.passed, total: deadline.total })}
          />
        </>
      )}
    </section>
  );
}
