import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { useRequestRows } from '../../parts/use-request-rows.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { SentAttachments } from './sent-attachments.tsx';

/** What the citizen sent, as the server has it. */
export function OwnRequest({ request }: { request: CitizenRequest }) {
  const { t, i18n } = useTranslation(['thread', 'requests']);
  const { attachments, receivedAt } = request;
  const { kind, topic, onBehalfOf, words, attachments: attached } = useRequestRows(request);
  const rows = [
    kind,
    topic,
    ...onBehalfOf,
    ...words,
    attached(attachments.length, <SentAttachments requestId={request.id} attachments={attachments} />),
    {
      term: t('request.received', ofKind(request.kind)),
      value: <time dateTime={receivedAt}>{formatDateTime(receivedAt, i18n.language)}</time>,
    },
    { term: t('requests:row.office'), value: <bdi>{request.office.name}</bdi> },
  ];
  return <SummaryList rows={rows} />;
}
