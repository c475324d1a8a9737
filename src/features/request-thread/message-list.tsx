import { MailOpen } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest, Message } from '../../contract/types.ts';
import type { FrozenAttachment, OutboxRow, SendReplyCommand } from '../../db/core/schema.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { AttachmentNames } from '../../parts/attachment-names.tsx';
import { OwnWords } from '../../parts/own-words.tsx';
import { SOURCE_LANGUAGE } from '../../state/preferences.ts';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { Thread } from './read-thread.ts';
import styles from './request-thread.module.css';
import { SentAttachments } from './sent-attachments.tsx';

export const MESSAGES_ID = 'messages';

interface MessageListProps {
  request: CitizenRequest;
  thread: Thread;
  /** Why an entry waits and how to stop it. */
  renderWaiting: (entry: OutboxRow<SendReplyCommand>, isAlone: boolean) => ReactNode;
}

/** Newest last, so that who is reading keeps their place when one arrives; what waits comes after all that has arrived. */
export function MessageList({ request, thread, renderWaiting }: MessageListProps) {
  const { t } = useTranslation('thread');
  // As it was when the page was opened: what is read here stays marked as new until the next visit.
  const [readUpTo] = useState(request.readUpTo ?? '');
  const { messages, waiting } = thread;
  return (
    <section>
      <h2 id={MESSAGES_ID} tabIndex={-1}>
        {t('messages.heading')}
      </h2>
      {messages.length + waiting.length === 0 && <p>{t('messages.none')}</p>}
      <Stack gap={2}>
        {[
          ...messages.map((sent) => (
            <MessageArticle
              key={sent.id}
              id={sent.id}
              content={sent}
              sent={sent}
              isUnread={sent.author === 'office' && sent.sentAt > readUpTo}
            />
          )),
          ...waiting.map((entry) => (
            <MessageArticle
              key={entry.command.messageId}
              id={entry.command.messageId}
              content={entry.command.content}
              files={entry.command.attachments}
              waiting={renderWaiting(entry, waiting.length === 1)}
            />
          )),
        ]}
      </Stack>
    </section>
  );
}

interface MessageArticleProps {
  id: string;
  content: Pick<Message, 'purpose' | 'body'>;
  /** As the server took it. */
  sent?: Message;
  isUnread?: boolean;
  /** Of one that waits. */
  files?: readonly FrozenAttachment[];
  /** Why one that waits is still here, and what can be done about it. */
  waiting?: ReactNode;
}

/** The same element from *Por enviar* to the server's date, so that the focus and the place stay when it arrives. */
function MessageArticle({ id, content, sent, isUnread = false, files = [], waiting }: MessageArticleProps) {
  const { t } = useTranslation('thread');
  const headingId = useId();
  const attachments = sent?.attachments ?? [];
  return (
    <Card as="article" labelledBy={headingId} highlighted={isUnread}>
      {isUnread && (
        <Tag tone="info" icon={MailOpen}>
          {t('messages.unread')}
        </Tag>
      )}
      <h3 id={headingId} data-message={id} tabIndex={-1}>
        {t(`messages.purpose.${content.purpose}`)}
      </h3>
      {sent && <Sender message={sent} />}
      <OwnWords text={content.body} lang={languageOf(sent)} />
      {files.length + attachments.length > 0 && <h4>{t('messages.attachments')}</h4>}
      {sent && attachments.length > 0 && (
        <SentAttachments requestId={sent.requestId} attachments={attachments} />
      )}
      {files.length > 0 && <AttachmentNames attachments={files} />}
      {waiting}
    </Card>
  );
}

/** Offices write Portuguese, whatever language the page speaks; what the citizen wrote may be in any. */
function languageOf(sent: Message | undefined): string | undefined {
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
