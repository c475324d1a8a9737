import { useTranslation } from 'react-i18next';
import type { Deadline } from '../../../domain/measure-deadline.ts';
import { formatDay } from '../../../shared/format-date.ts';
import { Meter } from '../../ui/bar.tsx';

interface DeadlineLinesProps {
  deadline: Deadline;
}

/** The facts on the deadline that `TurnLine` leaves out: how much of it has passed, and the other lawful ways of a citizen whose answer is late. */
export function DeadlineLines({ deadline }: DeadlineLinesProps) {
  const { t } = useTranslation('thread');
  return (
    <>
      {deadline.status === 'paused' ? (
        <Paused whenResumed={deadline.whenResumed} />
      ) : (
        <Meter
          label={t('deadline.meter')}
          value={deadline.passed}
          max={deadline.total}
          text={t('deadline.meterValue', { passed: deadline.passed, total: deadline.total })}
        />
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
