import { Hourglass, Send } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { firstWords } from '../../../shared/first-words.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import type { OutboxRow, SendingProgressRow, SendReplyCommand } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { attachmentsOf } from '../../db/outbox/commands.ts';
import { readProgress } from '../../db/outbox/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StateLine } from '../../ui/state-line.tsx';
import { useIsOnItsWay } from './is-on-its-way.ts';
import { FileProgress } from './sending-progress.tsx';
import { useStop } from './use-stop.ts';
import { WaitingReason } from './waiting-reason.tsx';

const NAME_GRAPHEMES = 40;
/** The connection until it is read. */
const UNKNOWN = { connection: 'unknown' } as const;

interface WaitingMessageProps {
  entry: OutboxRow<SendReplyCommand>;
  /** Whether it is the only waiting message: then its button needs no words to tell it from others. */
  isAlone: boolean;
}

/** The state of a message that waits: one quiet line while it is on its way; after a failure, since when and why it waits, and **Não enviar**. */
export function WaitingMessage({ entry, isAlone }: WaitingMessageProps) {
  const { t } = useTranslation('sync');
  const progress = useQuery((db) => readProgress(db, entry), [entry.commandId]);
  const { connection } = useQuery(readSyncState) ?? UNKNOWN;
  const isUntroubled = useIsOnItsWay({ entry, progress, connection });
  useLateNews(isUntroubled);
  if (!isUntroubled) return <Troubled entry={entry} isAlone={isAlone} progress={progress} />;
  return (
    <StateLine tone="info" icon={Send}>
      {progress?.attachments ? t('message.onItsWayAttachment', { ...progress }) : t('message.onItsWay')}
    </StateLine>
  );
}

/** Announces once that the message is not sent after all. */
function useLateNews(isUntroubled: boolean): void {
  const { t } = useTranslation('sync');
  const wasUntroubled = useRef(isUntroubled);

  useEffect(() => {
    if (wasUntroubled.current && !isUntroubled) announce(t('message.late'));
    wasUntroubled.current = isUntroubled;
  }, [isUntroubled, t]);
}

interface TroubledProps extends WaitingMessageProps {
  progress: SendingProgressRow | undefined;
}

function Troubled({ entry, isAlone, progress }: TroubledProps) {
  const { t, i18n } = useTranslation(['sync', 'requests']);
  const { tooLate, stop } = useStop(entry);
  const isSending = entry.sending === 1;
  const hasBegun = useRef(false);

  useEffect(() => {
    // Each attempt begins to send; only the first is news.
    if (!isSending || hasBegun.current) return;
    hasBegun.current = true;
    announce(t('message.sendingStarted'));
  }, [isSending, t]);

  async function stopAndTell() {
    if (await stop()) announce(t('message.takenBack'));
  }

  return (
    <Notice
      tone="warning"
      icon={Hourglass}
      title={t(isSending ? 'requests:status.sending' : 'requests:status.waiting')}
    >
      <p>{t('message.since', { moment: formatDateTime(entry.queuedAt, i18n.language) })}</p>
      <WaitingReason entry={entry} isLate />
      {isSending && attachmentsOf(entry).length === 0 && <p>{t('message.sending')}</p>}
      {isSending && <FileProgress entry={entry} progress={progress} />}
      {tooLate && <p>{tooLate}</p>}
      <Button variant="secondary" type="button" ref={handFocusToMessage} onClick={() => void stopAndTell()}>
        <span>
          {t('notSent.doNotSend')}
          {!isAlone && <HiddenName>«{firstWords(entry.command.content.body, NAME_GRAPHEMES)}»</HiddenName>}
        </span>
      </Button>
    </Notice>
  );
}

/** A `ref` for a button that goes when its message has arrived: the focus stays at the message. */
function handFocusToMessage(button: HTMLElement | null): () => void {
  return () => {
    if (button !== document.activeElement) return;
    button?.closest('article')?.querySelector<HTMLElement>('[data-message]')?.focus({ preventScroll: true });
  };
}
