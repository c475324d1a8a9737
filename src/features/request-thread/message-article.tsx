import { MailOpen } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../contract/types.ts';
import type { FrozenAttachment, OutboxRow, SendReplyCommand } from '../../db/core/schema.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { SOURCE_LANGUAGE } from '../../state/preferences.ts';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './request-thread.module.css';
import { SentAttachments } from './sent-attachments.tsx';

/** A message as it was taken, or as it waits to be; the id stays the same. */
export interface ThreadMessage {
  id: string;
  purpose: Message['purpose'];
  body: string;
  sent: Message | null;
  entry: OutboxRow<SendReplyCommand> | null;
  /** Of one that waits. */
  files: readonly Pick<FrozenAttachment, 'id' | 'name'>[];
}

interface MessageArticleProps {
  message: ThreadMessage;
  isUnread: boolean;
  /** Why one that waits is still here, and what can be done about it. */
  waiting: ReactNode;
}

/** The same element from *Por enviar* to the server's date, so that the focus and the place stay when it arrives. */
export function MessageArticle({ message, isUnread, waiting }: MessageArticleProps) {
  const { t } = useTranslation('thread');
  const headingId = useId();
  const { sent, files } = message;
  return (
    <Card as="article" labelledBy={headingId} highlighted={isUnread}>
      {isUnread && (
        <Tag tone="info" icon={MailOpen}>
          {t('messages.unread')}
        </Tag>
      )}
      <h3 id={headingId} data-message={message.id} tabIndex={-1}>
        {t(`messages.purpose.${message.purpose}`)}
      </h3>
      {sent && <Sender message={sent} />}
      <p dir="auto" lang={languageOf(sent)} className={styles.text}>
        {message.body}
      </p>
      {(files.length > 0 || (sent && sent.attachments.length > 0)) && <h4>{t('messages.attachments')}</h4>}
      {sent && sent.attachments.length > 0 && (
        <SentAttachments requestId={sent.requestId} attachments={sent.attachments} />
      )}
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      {waiting}
    </Card>
  );
}

/** Offices write Portuguese, whatever language the page speaks; what the citizen wrote may be in any. */
function languageOf(sent: Message | null): string | undefined {
  return sent?.author === 'office' ? SOURCE_LANGUAGE : undefined;
}

function Sender({ message }: { message: Message }) {
  const { t, i18n } = useTranslation('thread');
  return (
    <p className={styles.muted}>
      {message.author === 'citizen' ? (
        t('messages.you')
      ) : (
        <bdi lang={message.officeName ? languageOf(message) : undefined}>
          {message.officeName ?? t('messages.institution')}
        </bdi>
      )}
      {' · '}
      <time dateTime={message.sentAt}>{formatDateTime(message.sentAt, i18n.language)}</time>
    </p>
  );
}
