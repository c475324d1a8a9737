import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest, RequestState } from '../../contract/types.ts';
import { turnOf } from '../../domain/request-state.ts';
import { formatDateTime, formatDay } from '../../lib/format-date.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './timeline.module.css';
import { useDeadline } from './use-deadline.ts';

export function RequestTimeline({ request }: { request: CitizenRequest }) {
  const { t, i18n } = useTranslation(['thread', 'requests']);
  const headingId = useId();
  const items = timelineSteps(request).map((step) => {
    if (step.is === 'expected') {
      const title = t(`timeline.step.${step.step}`);
      const time = step.step === 'answer' && <AnswerDate request={request} />;
      return { key: step.step, title, state: 'next' as const, stateText: t('timeline.next'), time };
    }
    const state = step.isCurrent ? ('now' as const) : ('done' as const);
    return {
      key: `${step.at} ${step.state}`,
      // «Concluído, concluído» would say nothing.
      title: step.state === 'closed' ? t('timeline.step.closed') : t(`requests:state.${step.state}`),
      state,
      stateText: t(`timeline.${state}`),
      time: (
        <>
          <time dateTime={step.at}>{formatDateTime(step.at, i18n.language)}</time> ·{' '}
          <bdi>{step.officeName}</bdi>
        </>
      ),
    };
  });
  return (
    <section>
      <h2 id={headingId}>{t('timeline.heading')}</h2>
      <Timeline items={items} labelledBy={headingId} />
    </section>
  );
}

interface TimelineItem {
  key: string;
  title: ReactNode;
  state: 'done' | 'now' | 'next';
  /** *concluído*, *agora*, *a seguir*: the state is read, not guessed from the colour. */
  stateText: string;
  time: ReactNode;
}

function Timeline({ items, labelledBy }: { items: readonly TimelineItem[]; labelledBy: string }) {
  return (
    <ol className={styles.list} aria-labelledby={labelledBy}>
      {items.map((item) => (
        <li
          key={item.key}
          className={classNames(styles.item, styles[item.state])}
          aria-current={item.state === 'now' ? 'step' : undefined}
        >
          <p className={styles.title}>
            {item.title} <span className={styles.state}>{item.stateText}</span>
          </p>
          {item.time && <p className={styles.time}>{item.time}</p>}
        </li>
      ))}
    </ol>
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

type ExpectedStep = 'yourReply' | 'inReview' | 'answer';

type TimelineStep =
  | { is: 'past'; state: RequestState; at: string; officeName: string; isCurrent: boolean }
  | { is: 'expected'; step: ExpectedStep };

const EXPECTED: Record<RequestState, ExpectedStep[]> = {
  registered: ['inReview', 'answer'],
  inReview: ['answer'],
  forwarded: ['answer'],
  awaitingCitizen: ['yourReply', 'answer'],
  answered: [],
  closed: [],
  withdrawn: [],
};

/** What has been done, what is going on and what is still to come. */
function timelineSteps(request: Pick<CitizenRequest, 'state' | 'history'>): TimelineStep[] {
  const isUnderWay = turnOf(request.state) !== 'nobody';
  const past = request.history.map((entry, index): TimelineStep => {
    const isLast = index === request.history.length - 1;
    return { is: 'past', ...entry, isCurrent: isLast && isUnderWay };
  });
  const expected = EXPECTED[request.state].map((step): TimelineStep => ({ is: 'expected', step }));
  return [...past, ...expected];
}
