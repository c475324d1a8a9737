import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import type { Deadline } from '../../domain/deadlines.ts';
import { formatDay } from '../../lib/format-date.ts';
import { Meter } from '../../ui/bar.tsx';
import { useDeadline } from './use-deadline.ts';

interface DeadlineSectionProps {
  request: CitizenRequest;
  /** The way to complain about this request; shown once the deadline is over. */
  complain?: ReactNode;
}

/** The deadline as a sentence first, then as a bar, then what the citizen can do when it is over. */
export function DeadlineSection({ request, complain }: DeadlineSectionProps) {
  const { t } = useTranslation('thread');
  const deadline = useDeadline(request);
  if (!deadline) return null;
  return (
    <section>
      <h2>{t('deadline.heading')}</h2>
      {deadline.status === 'paused' ? (
        <Paused deadline={deadline} />
      ) : (
        <Running deadline={deadline} dueOn={request.dueOn} />
      )}
      {deadline.status === 'over' && <OverdueSteps complain={complain} />}
    </section>
  );
}

function Paused({ deadline }: { deadline: Extract<Deadline, { status: 'paused' }> }) {
  const { t, i18n } = useTranslation('thread');
  const { whenResumed } = deadline;
  return (
    <>
      <p>{t('deadline.paused')}</p>
      {whenResumed && (
        <p>
          {whenResumed.daysLeft === 0
            ? t('deadline.noneWhenResumed')
            : t('deadline.whenResumed', {
                count: whenResumed.daysLeft,
                date: formatDay(whenResumed.dueOn, i18n.language),
              })}
        </p>
      )}
    </>
  );
}

function Running({ deadline, dueOn }: { deadline: Exclude<Deadline, { status: 'paused' }>; dueOn: string }) {
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

const OTHER_ROUTES = ['yellowBook', 'ombudsman', 'phone'] as const;

/** The next lawful steps of a citizen whose answer is late: a complaint here, or one of the other routes. */
function OverdueSteps({ complain }: { complain?: ReactNode }) {
  const { t } = useTranslation('thread');
  return (
    <>
      <p>{t('deadline.overdue.complain')}</p>
      {complain}
      <p>{t('deadline.overdue.others')}</p>
      <ul>
        {OTHER_ROUTES.map((route) => (
          <li key={route}>{t(`deadline.overdue.${route}`)}</li>
        ))}
      </ul>
    </>
  );
}
