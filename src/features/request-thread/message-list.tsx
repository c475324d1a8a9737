import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenPurpose, CitizenRequest } from '../../contract/types.ts';
import type { OutboxRow, SendReplyCommand } from '../../db/core/schema.ts';
import { Stack } from '../../ui/stack.tsx';
import { MessageArticle, type ThreadMessage } from './message-article.tsx';
import type { Thread } from './read-thread.ts';

export const MESSAGES_ID = 'messages';

interface MessageListProps {
  request: CitizenRequest;
  thread: Thread;
  /** Why an entry waits and how to stop it. */
  renderWaiting: (entry: OutboxRow<SendReplyCommand>, isAlone: boolean) => ReactNode;
}

/** Newest last; one that arrives is added below, so that who is reading keeps their place. */
export function MessageList({ request, thread, renderWaiting }: MessageListProps) {
  const { t } = useTranslation('thread');
  // As it was when the page was opened: what is read here stays marked as new until the next visit.
  const [readUpTo] = useState(request.readUpTo ?? '');
  const messages = threadMessages(thread);
  return (
    <section>
      <h2 id={MESSAGES_ID} tabIndex={-1}>
        {t('messages.heading')}
      </h2>
      {messages.length === 0 && <p>{t('messages.none')}</p>}
      <Stack gap={2}>
        {messages.map((message) => (
          <MessageArticle
            key={message.id}
            message={message}
            isUnread={isUnread(message, readUpTo)}
            waiting={message.entry && renderWaiting(message.entry, thread.waiting.length === 1)}
          />
        ))}
      </Stack>
    </section>
  );
}

function isUnread({ sent }: ThreadMessage, readUpTo: string): boolean {
  return sent?.author === 'office' && sent.sentAt > readUpTo;
}

/** Newest last; what waits comes after all that has arrived. */
function threadMessages({ messages, waiting }: Pick<Thread, 'messages' | 'waiting'>): ThreadMessage[] {
  return [
    ...messages.map((sent) => {
      const { id, purpose, body } = sent;
      return { id, purpose, body, sent, entry: null, files: [] };
    }),
    ...waiting.map((entry) => {
      const { messageId, content, attachments } = entry.command;
      const purpose: CitizenPurpose = content.purpose;
      return { id: messageId, purpose, body: content.body, sent: null, entry, files: attachments };
    }),
  ];
}
