import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { Timeline } from '../../ui/timeline.tsx';
import { AnswerDate } from './answer-date.tsx';
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
