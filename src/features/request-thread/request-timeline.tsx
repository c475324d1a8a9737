import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestState } from '../../../contract/types.ts';
import type { Deadline } from '../../../domain/measure-deadline.ts';
import { turnOf } from '../../../domain/request-state.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import type { CheckedRequest } from '../../db/core/schema.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { Signed } from '../../parts/signed.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './timeline.module.css';

const EXPECTED: Record<RequestState, ('yourReply' | 'inReview' | 'answer')[]> = {
  registered: ['inReview', 'answer'],
  inReview: ['answer'],
  forwarded: ['answer'],
  awaitingCitizen: ['yourReply', 'answer'],
  answered: [],
  closed: [],
  withdrawn: [],
};

interface RequestTimelineProps {
  request: CheckedRequest;
  deadline: Deadline | null;
  /** The id of the heading above the timeline. */
  headingId: string;
}

/** The steps of the request: done, current and to come. */
export function RequestTimeline({ request, deadline, headingId }: RequestTimelineProps) {
  const { t, i18n } = useTranslation(['thread', 'requests']);
  const current = turnOf(request.state) === 'nobody' ? undefined : request.history.at(-1);
  return (
    <ol className={styles.list} aria-labelledby={headingId}>
      {request.history.map((entry) => (
        <Step
          key={`${entry.at} ${entry.state}`}
          // Otherwise the step would read «Concluído, concluído».
          title={entry.state === 'closed' ? t('timeline.step.closed') : t(`requests:state.${entry.state}`)}
          state={entry === current ? 'now' : 'done'}
        >
          <time dateTime={entry.at}>{formatDateTime(entry.at, i18n.language)}</time> ·{' '}
          <bdi>{entry.officeName}</bdi>
          {entry.state === 'withdrawn' && (
            <Signed receipt={request.withdrawalReceipt} check={request.withdrawalCheck} />
          )}
        </Step>
      ))}
      {EXPECTED[request.state].map((step) => (
        <Step key={step} title={t(`timeline.step.${step}`, ofKind(request.kind))} state="next">
          {step === 'answer' && deadline?.status === 'paused' && t('timeline.answerPaused')}
        </Step>
      ))}
    </ol>
  );
}

interface StepProps {
  title: string;
  state: 'done' | 'now' | 'next';
  /** When the step happened, and at which office. */
  children: ReactNode;
}

function Step({ title, state, children }: StepProps) {
  const { t } = useTranslation('thread');
  return (
    <li
      className={classNames(styles.item, styles[state])}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <p className={styles.title}>
        {/* The state is also written (*concluído*, *agora*, *a seguir*), so that nobody has to guess it from the colour. */}
        {title} <span className={styles.state}>{t(`timeline.${state}`)}</span>
      </p>
      {children && <p className={styles.time}>{children}</p>}
    </li>
  );
}
