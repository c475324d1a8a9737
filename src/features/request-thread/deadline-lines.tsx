import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import type { Deadline } from '../../../domain/deadlines.ts';
import { formatDay } from '../../lib/format-date.ts';
import { Meter } from '../../ui/bar.tsx';

interface DeadlineLinesProps {
  request: CitizenRequest;
  deadline: Deadline;
}

/** The deadline as a sentence first, then as a bar, then the other lawful ways of a citizen whose answer is late. */
export function DeadlineLines({ request, deadline }: DeadlineLinesProps) {
  const { t } = useTranslation('thread');
  return (
    <>
      {deadline.status === 'paused' ? (
        <Paused whenResumed={deadline.whenResumed} />
      ) : (
        <Running deadline={deadline} dueOn={request.dueOn} />
      )}
      {deadline.status === 'over' && (
        <>
          <p>{t('deadline.overdue.others')}</p>
          <ul>
            <li>{t('deadline.overdue.yellowBook')}</li>
            <li>{t('deadline.overdue.ombudsman')}</li>
            <li>{t('deadline.overdue.phone')}</li>
          </ul>
        </>
      )}
    </>
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
