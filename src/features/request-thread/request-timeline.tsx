import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest, RequestState } from '../../contract/types.ts';
import { turnOf } from '../../domain/request-state.ts';
import { formatDateTime, formatDay } from '../../lib/format-date.ts';
import { classNames } from '../../ui/class-names.ts';
import { useDeadline } from './deadline-section.tsx';
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

/** What has been done, what is going on and what is still to come. */
export function RequestTimeline({ request }: { request: CitizenRequest }) {
  const { t, i18n } = useTranslation(['thread', 'requests']);
  const headingId = useId();
  const current = turnOf(request.state) === 'nobody' ? undefined : request.history.at(-1);
  return (
    <section>
      <h2 id={headingId}>{t('timeline.heading')}</h2>
      <ol className={styles.list} aria-labelledby={headingId}>
        {request.history.map((entry) => (
          <Step
            key={`${entry.at} ${entry.state}`}
            // «Concluído, concluído» would say nothing.
            title={entry.state === 'closed' ? t('timeline.step.closed') : t(`requests:state.${entry.state}`)}
            state={entry === current ? 'now' : 'done'}
          >
            <time dateTime={entry.at}>{formatDateTime(entry.at, i18n.language)}</time> ·{' '}
            <bdi>{entry.officeName}</bdi>
          </Step>
        ))}
        {EXPECTED[request.state].map((step) => (
          <Step key={step} title={t(`timeline.step.${step}`)} state="next">
            {step === 'answer' && <AnswerDate request={request} />}
          </Step>
        ))}
      </ol>
    </section>
  );
}

interface StepProps {
  title: string;
  state: 'done' | 'now' | 'next';
  /** When, and by whom. */
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
        {/* *concluído*, *agora*, *a seguir*: the state is read, not guessed from the colour. */}
        {title} <span className={styles.state}>{t(`timeline.${state}`)}</span>
      </p>
      {children && <p className={styles.time}>{children}</p>}
    </li>
  );
}

/** By when the answer comes, at its step in the timeline. */
function AnswerDate({ request }: { request: CitizenRequest }) {
  const { t, i18n } = useTranslation('thread');
  const deadline = useDeadline(request);
  if (!deadline) return null;
  if (deadline.status === 'paused') return t('timeline.answerPaused');
  const date = formatDay(request.dueOn, i18n.language);
  return <time dateTime={request.dueOn}>{t(`timeline.answer.${deadline.status}`, { date })}</time>;
}
