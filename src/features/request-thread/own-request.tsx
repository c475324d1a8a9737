import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import { filledFields } from '../../domain/written/words.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { TopicWords } from '../../parts/topic-words.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import styles from './request-thread.module.css';
import { SentAttachments } from './sent-attachments.tsx';

/** What the citizen sent, as the server has it. */
export function OwnRequest({ request }: { request: CitizenRequest }) {
  const { t, i18n } = useTranslation(['thread', 'requests']);
  const { onBehalfOf, attachments, receivedAt } = request;
  const rows = [
    { term: t('request.kind'), value: t(`requests:kind.${request.kind}`) },
    { term: t('request.topic'), value: <TopicWords topic={request.topic} /> },
    ...(onBehalfOf ? [{ term: t('request.onBehalfOf'), value: <bdi>{onBehalfOf.name}</bdi> }] : []),
    ...filledFields(request).map(({ field, text }) => ({
      term: t(`requests:field.${field}`),
      value: (
        <p dir="auto" className={styles.text}>
          {text}
        </p>
      ),
    })),
    {
      term: t('request.attachments'),
      value:
        attachments.length > 0 ? (
          <SentAttachments requestId={request.id} attachments={attachments} />
        ) : (
          t('request.noAttachments')
        ),
    },
    {
      term: t('request.received'),
      value: <time dateTime={receivedAt}>{formatDateTime(receivedAt, i18n.language)}</time>,
    },
    { term: t('request.office'), value: <bdi>{request.office.name}</bdi> },
  ];
  return (
    <section>
      <h2>{t('request.heading')}</h2>
      <SummaryList rows={rows} />
    </section>
  );
}
