import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase, useQuery } from '../../db/core/database-context.ts';
import type { OutboxRow } from '../../db/core/schema.ts';
import { isOfType } from '../../db/outbox/outbox.ts';
import { takeBackReply } from '../../db/outbox/take-back.ts';
import { keepRequest } from '../../db/requests/request-actions.ts';
import { readRequest } from '../../db/requests/requests.ts';
import { firstWords } from '../../lib/first-words.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Tag } from '../../ui/tag.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { SendingProgress } from './sending-progress.tsx';
import styles from './sync-status.module.css';
import { WaitingReason } from './waiting-reason.tsx';

const EXCERPT_GRAPHEMES = 140;

interface WaitingFollowUpProps {
  entry: OutboxRow;
  /** Its first words, unlike those of any other. */
  name: string;
  onRemoved: () => void;
}

/** What was said about a request that the server already has. */
export function WaitingFollowUp({ entry, name, onRemoved }: WaitingFollowUpProps) {
  const { t, i18n } = useTranslation('sync');
  const titleId = useId();
  const { requestId, command, queuedAt } = entry;
  const reference = useQuery((db) => readRequest(db, requestId), [requestId])?.reference ?? '';
  const isSending = entry.sending === 1;
  const title = t(`list.followUp.${command.type}`, { reference });
  return (
    <Card as="li" labelledBy={titleId}>
      <Tag tone={isSending ? 'info' : 'warning'}>
        {t(isSending ? 'list.status.sending' : 'list.status.waiting')}
      </Tag>
      <h2 id={titleId} className={styles.title}>
        <Link to={ADDRESSES.request} params={{ requestId }}>
          {title}
        </Link>
      </h2>
      {command.type === 'sendReply' && (
        <p className={styles.excerpt}>
          <bdi>{firstWords(command.content.body, EXCERPT_GRAPHEMES)}</bdi>
        </p>
      )}
      <p>{t('list.since', { moment: formatDateTime(queuedAt, i18n.language) })}</p>
      <WaitingReason entry={entry} />
      {isSending && command.type === 'sendReply' && (
        <SendingProgress requestId={requestId} files={command.attachments} what="message" isQuiet />
      )}
      <Stop entry={entry} name={command.type === 'sendReply' ? name : title} onRemoved={onRemoved} />
    </Card>
  );
}

/** A rating can be changed at any time, so nothing stops one. */
function Stop({ entry, name, onRemoved }: WaitingFollowUpProps) {
  const { t } = useTranslation('sync');
  const db = useDatabase();
  const [isTooLate, setIsTooLate] = useState(false);

  async function stop() {
    const isReply = isOfType(entry, 'sendReply');
    const isStopped = isReply
      ? await takeBackReply(db, entry.command.messageId, new Date())
      : await keepRequest(db, entry.requestId);
    setIsTooLate(!isStopped);
    if (!isStopped) return announce(t('message.tooLate'));
    onRemoved();
    showNotice({ text: t(isReply ? 'message.takenBack' : 'message.withdrawalStopped') });
  }

  if (entry.command.type === 'rate') return null;
  return (
    <>
      {isTooLate && <p>{t('message.tooLate')}</p>}
      <Button variant="secondary" type="button" onClick={() => void stop()}>
        <span>
          {t('notSent.doNotSend')}
          <VisuallyHidden>
            {' '}
            <bdi>{name}</bdi>
          </VisuallyHidden>
        </span>
      </Button>
    </>
  );
}
