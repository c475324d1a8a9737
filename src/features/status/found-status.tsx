import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestStatus } from '../../../contract/types.ts';
import { emphasisOf } from '../../../domain/request-state.ts';
import { formatDateTime, formatDay } from '../../../shared/format-date.ts';
import { Card } from '../../ui/card.tsx';
import { NoWrap } from '../../ui/no-wrap.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Tag } from '../../ui/tag.tsx';

/** Shows the state of the request. Its heading takes the focus, so that it is seen and heard. */
export function FoundStatus({ reference, status }: { reference: string; status: RequestStatus }) {
  const { t, i18n } = useTranslation(['status', 'requests']);
  const { state, receivedAt, dueOn } = status;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);

  const rows = [
    {
      term: t('found.state'),
      value: <Tag tone={emphasisOf(state)}>{t(`requests:state.${state}`)}</Tag>,
    },
    { term: t('found.next'), value: t(`found.${nextOf(status)}`) },
    {
      term: t('found.receivedAt'),
      value: <time dateTime={receivedAt}>{formatDateTime(receivedAt, i18n.language)}</time>,
    },
    ...(dueOn === null
      ? []
      : [
          {
            term: t('found.dueOn'),
            value: <time dateTime={dueOn}>{formatDay(dueOn, i18n.language)}</time>,
          },
        ]),
  ];
  return (
    <Card as="article" labelledBy={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        <NoWrap text={t('found.heading', { reference })} />
      </h2>
      <SummaryList rows={rows} />
    </Card>
  );
}

/** Returns whose turn it is or, if it is nobody's, the reason. */
function nextOf({ turn, state }: RequestStatus) {
  if (turn !== 'nobody') return turn;
  return state === 'withdrawn' || state === 'answered' ? state : 'closed';
}
