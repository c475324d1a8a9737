import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { classNames } from '../../ui/class-names.ts';
import { AnswerDate } from './answer-date.tsx';
import styles from './timeline.module.css';
import { timelineSteps } from './timeline-steps.ts';

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
