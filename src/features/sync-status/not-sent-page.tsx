import { Link } from '@tanstack/react-router';
import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMemoryOnly } from '../../db/core/storage-trouble.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { FrozenContent, type WaitingRequestProps } from './frozen-content.tsx';
import type { Sending } from './is-on-its-way.ts';
import { TryNowButton } from './try-now-button.tsx';
import { useStop } from './use-stop.ts';
import { WaitingReason } from './waiting-reason.tsx';

/** Waiting is not sent: another title, colour and icon than *Pedido recebido*. Taking the request back makes it a draft. */
export function NotSentPage({ entry, connection }: WaitingRequestProps & Pick<Sending, 'connection'>) {
  const { t } = useTranslation(['sync', 'common']);
  const isMemoryOnly = useMemoryOnly();
  const context = ofKind(entry.command.content.kind);
  const title = t('notSent.title', context);
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title} focusKey={entry.requestId}>
      <Stack gap={4}>
        <Notice tone="warning" icon={Hourglass}>
          <p>{t(isMemoryOnly ? 'notSent.textMemoryOnly' : 'notSent.text', context)}</p>
          <WaitingReason entry={entry} isLate known={connection} />
        </Notice>
        <Choices entry={entry} />
        <FrozenContent entry={entry} />
        <p>
          <Link to={ADDRESSES.waiting}>{t('notSent.waitingList')}</Link>
        </p>
      </Stack>
    </Page>
  );
}

function Choices({ entry }: WaitingRequestProps) {
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
      <p>{tooLate ?? t('notSent.doNotSendHint', ofKind(entry.command.content.kind))}</p>
    </Stack>
  );
}
