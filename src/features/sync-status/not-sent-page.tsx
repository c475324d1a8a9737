import { Link } from '@tanstack/react-router';
import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { useMemoryOnly } from '../../db/core/storage-trouble.ts';
import { tryNow } from '../../db/outbox/outbox.ts';
import { takeBack } from '../../db/outbox/take-back.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { FrozenContent } from './frozen-content.tsx';
import { SendingProgress } from './sending-progress.tsx';
import { WaitingReason } from './waiting-reason.tsx';

/**
 * Waiting is not sent: another title, colour and icon than *Pedido recebido*. Taking the request back makes it a draft; whoever shows this
 * page sees that in the database and leads on.
 */
export function NotSentPage({ entry }: { entry: OutboxRow<SubmitRequestCommand> }) {
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
        {entry.sending === 1 && (
          <SendingProgress requestId={entry.requestId} files={entry.command.attachments} />
        )}
        <Choices requestId={entry.requestId} />
        <FrozenContent entry={entry} />
        <p>
          <Link to={ADDRESSES.waiting}>{t('notSent.waitingList')}</Link>
        </p>
      </Stack>
    </Page>
  );
}

function Choices({ requestId }: { requestId: string }) {
  const { t } = useTranslation('sync');
  const db = useDatabase();
  const [isTooLate, setIsTooLate] = useState(false);

  async function tryAgain() {
    await tryNow(db, new Date());
    announce(t('notSent.tried'));
  }

  async function stop() {
    const isStopped = await takeBack(db, requestId, new Date());
    setIsTooLate(!isStopped);
    if (!isStopped) announce(t('notSent.alreadySending'));
  }

  return (
    <Stack gap={2}>
      <Cluster>
        <Button variant="primary" type="button" onClick={tryAgain}>
          {t('notSent.tryNow')}
        </Button>
        <Button variant="secondary" type="button" onClick={stop}>
          {t('notSent.doNotSend')}
        </Button>
      </Cluster>
      <p>{t(isTooLate ? 'notSent.alreadySending' : 'notSent.doNotSendHint')}</p>
    </Stack>
  );
}
