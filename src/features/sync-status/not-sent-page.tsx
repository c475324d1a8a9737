import { Link } from '@tanstack/react-router';
import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { useMemoryOnly } from '../../db/core/storage-trouble.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { AttachmentNames } from '../../parts/attachment-names.tsx';
import { useRequestRows } from '../../parts/use-request-rows.tsx';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { SendingProgress } from './sending-progress.tsx';
import { TryNowButton } from './try-now-button.tsx';
import { useStop } from './use-stop.ts';
import { WaitingReason } from './waiting-reason.tsx';

interface NotSentPageProps {
  entry: OutboxRow<SubmitRequestCommand>;
}

/**
 * Waiting is not sent: another title, colour and icon than *Pedido recebido*. Taking the request back makes it a draft; whoever shows this
 * page sees that in the database and leads on.
 */
export function NotSentPage({ entry }: NotSentPageProps) {
  const { t } = useTranslation(['sync', 'common']);
  const isMemoryOnly = useMemoryOnly();
  const title = t('notSent.title');
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title} focusKey={entry.requestId}>
      <Stack gap={4}>
        <Notice tone="warning" icon={Hourglass}>
          <p>{t(isMemoryOnly ? 'notSent.textMemoryOnly' : 'notSent.text')}</p>
          <WaitingReason entry={entry} />
        </Notice>
        {entry.sending === 1 && <SendingProgress entry={entry} />}
        <Choices entry={entry} />
        <FrozenContent entry={entry} />
        <p>
          <Link to={ADDRESSES.waiting}>{t('notSent.waitingList')}</Link>
        </p>
      </Stack>
    </Page>
  );
}

function Choices({ entry }: NotSentPageProps) {
  const { t } = useTranslation('sync');
  const { tooLate, stop } = useStop(entry);

  return (
    <Stack gap={2}>
      <Cluster>
        <TryNowButton />
        <Button variant="secondary" type="button" onClick={() => void stop()}>
          {t('notSent.doNotSend')}
        </Button>
      </Cluster>
      <p>{tooLate ?? t('notSent.doNotSendHint')}</p>
    </Stack>
  );
}

/** What the outbox will send, to the letter. */
export function FrozenContent({ entry }: NotSentPageProps) {
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
