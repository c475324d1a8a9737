import { useTranslation } from 'react-i18next';
import type { OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { AttachmentNames } from '../../parts/attachment-names.tsx';
import { useRequestRows } from '../../parts/use-request-rows.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

export interface WaitingRequestProps {
  entry: OutboxRow<SubmitRequestCommand>;
}

/** The request exactly as the outbox will send it. */
export function FrozenContent({ entry }: WaitingRequestProps) {
  const { t } = useTranslation('sync');
  const { content, attachments } = entry.command;
  const { kind, topic, onBehalfOf, words, attachments: attached } = useRequestRows(content);
  const rows = [
    kind,
    topic,
    ...onBehalfOf,
    ...words,
    attached(attachments.length, <AttachmentNames attachments={attachments} />),
  ];
  return (
    <section>
      <h2>{t('notSent.content')}</h2>
      <SummaryList rows={rows} />
    </section>
  );
}
