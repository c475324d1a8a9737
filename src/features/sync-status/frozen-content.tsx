import { useTranslation } from 'react-i18next';
import type { OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { AttachmentNames } from '../../parts/attachment-names.tsx';
import { useRequestRows } from '../../parts/use-request-rows.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

/** What the outbox will send, to the letter. */
export function FrozenContent({ entry }: { entry: OutboxRow<SubmitRequestCommand> }) {
  const { t } = useTranslation(['sync', 'requests']);
  const { content, attachments } = entry.command;
  const { kind, topic, onBehalfOf, words } = useRequestRows(content);
  const rows = [
    kind,
    topic,
    ...onBehalfOf,
    ...words,
    {
      term: t('requests:row.attachments'),
      value:
        attachments.length === 0 ? (
          t('requests:row.noAttachments')
        ) : (
          <AttachmentNames attachments={attachments} />
        ),
    },
  ];
  return (
    <section>
      <h2>{t('notSent.content')}</h2>
      <SummaryList rows={rows} />
    </section>
  );
}
