import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useQuery } from '../../db/core/database-context.ts';
import { readLimits, readSyncState } from '../../db/core/metadata.ts';
import { type Deadline, measureDeadline } from '../../domain/deadlines.ts';
import { serverDay } from '../../domain/lisbon-date.ts';
import { formatDay } from '../../lib/format-date.ts';
import { Meter } from '../../ui/bar.tsx';

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

interface DeadlineSectionProps {
  request: CitizenRequest;
  /** The way to complain about this request; shown once the deadline is over. */
  complain?: ReactNode;
}

/** The deadline as a sentence first, then as a bar, then the next lawful steps of a citizen whose answer is late. */
export function DeadlineSection({ request, complain }: DeadlineSectionProps) {
  const { t } = useTranslation('thread');
  const deadline = useDeadline(request);
  if (!deadline) return null;
  return (
    <section>
      <h2>{t('deadline.heading')}</h2>
      {deadline.status === 'paused' ? (
        <Paused whenResumed={deadline.whenResumed} />
      ) : (
        <Running deadline={deadline} dueOn={request.dueOn} />
      )}
      {deadline.status === 'over' && (
        <>
          <p>{t('deadline.overdue.complain')}</p>
          {complain}
          <p>{t('deadline.overdue.others')}</p>
          <ul>
            <li>{t('deadline.overdue.yellowBook')}</li>
            <li>{t('deadline.overdue.ombudsman')}</li>
            <li>{t('deadline.overdue.phone')}</li>
          </ul>
        </>
      )}
    </section>
  );
}

type PausedDeadline = Extract<Deadline, { status: 'paused' }>;

function Paused({ whenResumed }: Pick<PausedDeadline, 'whenResumed'>) {
  const { t, i18n } = useTranslation('thread');
  const count = whenResumed?.daysLeft ?? 0;
  return (
    <>
      <p>{t('deadline.paused')}</p>
      {whenResumed && (
        <p>
          {count === 0
            ? t('deadline.noneWhenResumed')
            : t('deadline.whenResumed', { count, date: formatDay(whenResumed.dueOn, i18n.language) })}
        </p>
      )}
    </>
  );
}

function Running({ deadline, dueOn }: { deadline: Exclude<Deadline, PausedDeadline>; dueOn: string }) {
  const { t, i18n } = useTranslation('thread');
  const { status, days, passed, total } = deadline;
  const date = formatDay(dueOn, i18n.language);
  return (
    <>
      <p>
        {status === 'today' ? t('deadline.today', { date }) : t(`deadline.${status}`, { date, count: days })}
      </p>
      <Meter
        label={t('deadline.meter')}
        value={passed}
        max={total}
        text={t('deadline.meterValue', { passed, total })}
      />
    </>
  );
}
