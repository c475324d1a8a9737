import { Hourglass, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutboxRow, SendReplyCommand } from '../../db/core/schema.ts';
import { firstWords } from '../../lib/first-words.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { Button } from '../../ui/button.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SendingProgress } from './sending-progress.tsx';
import { useStop } from './use-stop.ts';
import { WaitingReason } from './waiting-reason.tsx';

const NAME_GRAPHEMES = 40;

interface WaitingMessageProps {
  entry: OutboxRow<SendReplyCommand>;
  /** The only one on the page: nothing has to tell its button from others. */
  isAlone: boolean;
}

/** Within a message that waits: since when, why, how far its files have gone, and the way to stop it. */
export function WaitingMessage({ entry, isAlone }: WaitingMessageProps) {
  const { t, i18n } = useTranslation(['sync', 'requests']);
  const { tooLate, stop } = useStop(entry);
  const isSending = entry.sending === 1;

  async function stopAndTell() {
    if (await stop()) announce(t('message.takenBack'));
  }

  return (
    <Notice
      tone={isSending ? 'info' : 'warning'}
      icon={isSending ? Send : Hourglass}
      title={t(isSending ? 'requests:status.sending' : 'requests:status.waiting')}
    >
      <p>{t('message.since', { moment: formatDateTime(entry.queuedAt, i18n.language) })}</p>
      <WaitingReason entry={entry} />
      {isSending && <SendingProgress entry={entry} />}
      {tooLate && <p>{tooLate}</p>}
      <Button variant="secondary" type="button" onClick={() => void stopAndTell()}>
        <span>
          {t('notSent.doNotSend')}
          {!isAlone && <HiddenName>«{firstWords(entry.command.content.body, NAME_GRAPHEMES)}»</HiddenName>}
        </span>
      </Button>
    </Notice>
  );
}
