import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMemoryOnly } from '../../db/core/storage-trouble.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { useSession } from '../../state/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { FrozenContent, type WaitingRequestProps } from './frozen-content.tsx';
import type { Sending } from './is-on-its-way.ts';
import { FileProgress } from './sending-progress.tsx';

/** Nothing to press: it goes by itself, and *Pedido recebido* stands here when it has arrived. */
export function SendingPage({ entry, progress }: WaitingRequestProps & Pick<Sending, 'progress'>) {
  const { t } = useTranslation(['sync', 'common']);
  const isMemoryOnly = useMemoryOnly();
  const isShared = useSession(({ citizen }) => citizen?.shared === true);
  const context = ofKind(entry.command.content.kind);
  const title = t('onItsWay.title', context);
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title} focusKey={entry.requestId}>
      <Stack gap={4}>
        <Notice tone="info" icon={Send}>
          <p>{t(entry.command.attachments.length > 0 ? 'onItsWay.textFiles' : 'onItsWay.text', context)}</p>
          {/* What a shared device keeps is erased at the next start. */}
          <p>{t(isMemoryOnly || isShared ? 'onItsWay.mayNotClose' : 'onItsWay.mayClose', context)}</p>
        </Notice>
        <FileProgress entry={entry} progress={progress} />
        <FrozenContent entry={entry} />
      </Stack>
    </Page>
  );
}
