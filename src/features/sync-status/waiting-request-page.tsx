import { Link } from '@tanstack/react-router';
import { Hourglass, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutboxRow, SubmitRequestCommand, WaitReason } from '../../db/core/schema.ts';
import { useMemoryOnly } from '../../db/core/use-memory-only.ts';
import { sendsWhenClosed } from '../../lib/wake-worker.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { useRequestRows } from '../../parts/use-request-rows.tsx';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { type Sending, useIsOnItsWay } from './is-on-its-way.ts';
import { FileProgress } from './sending-progress.tsx';
import styles from './sync-status.module.css';
import { TryNowButton } from './try-now-button.tsx';
import { useStop } from './use-stop.ts';
import { WaitingReason } from './waiting-reason.tsx';

/**
 * The page of a request that waits: **A enviar o pedido** while that goes well, otherwise **O pedido ainda não foi enviado**. The route follows the request in
 * the database and shows the next page.
 */
export function WaitingRequestPage(waiting: Sending & { entry: OutboxRow<SubmitRequestCommand> }) {
  const { entry, progress, connection } = waiting;
  if (useIsOnItsWay(waiting)) return <SendingPage entry={entry} progress={progress} />;
  return <NotSentPage entry={entry} connection={connection} />;
}

/** Whether the page must stay open for sending: on a shared device everything is erased at the next start, and some browsers keep nothing at all. */
function useKeeping() {
  const isMemoryOnly = useMemoryOnly();
  const isShared = useSession((session) => session.isShared);
  const mustStayOpen = isMemoryOnly || isShared;
  return { mustStayOpen, sendsClosed: !mustStayOpen && sendsWhenClosed() };
}

/** Shown while the request is being sent. It needs no press: **Pedido recebido** replaces it once the request has arrived. */
function SendingPage({ entry, progress }: WaitingRequestProps & Pick<Sending, 'progress'>) {
  const { t } = useTranslation(['sync', 'common']);
  const { mustStayOpen, sendsClosed } = useKeeping();
  const context = ofKind(entry.command.content.kind);
  const title = t('onItsWay.title', context);
  const mayClose = sendsClosed ? 'onItsWay.mayCloseEClic' : 'onItsWay.mayClose';
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title} focusKey={entry.requestId}>
      <Stack gap={4}>
        <Notice tone="info" icon={Send}>
          <p>{t(entry.command.attachments.length > 0 ? 'onItsWay.textFiles' : 'onItsWay.text', context)}</p>
          <p>{t(mustStayOpen ? 'onItsWay.mayNotClose' : mayClose, context)}</p>
        </Notice>
        <FileProgress entry={entry} progress={progress} />
        <FrozenContent entry={entry} />
      </Stack>
    </Page>
  );
}

/** What is said of a request that no connection alone can send. */
const HELD_TEXTS: Partial<Record<WaitReason, 'textSignedOut' | 'textMissingBytes'>> = {
  signedOut: 'textSignedOut',
  missingBytes: 'textMissingBytes',
};

/** What the request waits for, and where it is kept meanwhile. */
function findText(waitReason: WaitReason, { mustStayOpen, sendsClosed }: ReturnType<typeof useKeeping>) {
  const held = HELD_TEXTS[waitReason];
  if (mustStayOpen) return held ? (`notSent.${held}StayOpen` as const) : 'notSent.textStayOpen';
  if (held) return `notSent.${held}` as const;
  return sendsClosed ? 'notSent.textEClicClosed' : 'notSent.text';
}

/** Shown when the request is not being sent. Its title, colour and icon differ from **Pedido recebido**. **Não enviar** makes the request a draft again. */
function NotSentPage({ entry, connection }: WaitingRequestProps & Pick<Sending, 'connection'>) {
  const { t } = useTranslation(['sync', 'common']);
  const text = findText(entry.waitReason, useKeeping());
  const context = ofKind(entry.command.content.kind);
  const title = t('notSent.title', context);
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title} focusKey={entry.requestId}>
      <Stack gap={4}>
        <Notice tone="warning" icon={Hourglass}>
          <p>{t(text, context)}</p>
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
        {!HELD_TEXTS[entry.waitReason] && <TryNowButton />}
        <Button variant="secondary" type="button" onClick={() => void stop()}>
          {t('notSent.doNotSend')}
        </Button>
      </Cluster>
      <p>{tooLate ?? t('notSent.doNotSendHint', ofKind(entry.command.content.kind))}</p>
    </Stack>
  );
}

interface WaitingRequestProps {
  entry: OutboxRow<SubmitRequestCommand>;
}

/** Shows the request exactly as it will be sent from the outbox. */
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

/** The names of attachments that wait to be sent. They cannot be opened on this page. */
function AttachmentNames({ attachments }: { attachments: readonly { id: string; name: string }[] }) {
  return (
    <ul className={styles.names}>
      {attachments.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
