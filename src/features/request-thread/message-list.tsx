import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest, Message } from '../../contract/types.ts';
import { useQuery } from '../../db/database-context.ts';
import { listMessages } from '../../db/messages.ts';
import { announce } from '../../ui/live-region.tsx';
import { Stack } from '../../ui/stack.tsx';
import { MessageArticle } from './message-article.tsx';

/** Newest last; one that arrives is added below, so that who is reading keeps their place. */
export function MessageList({ request }: { request: CitizenRequest }) {
  const { t } = useTranslation('thread');
  const messages = useQuery((db) => listMessages(db, request.id), [request.id]);
  useAnnouncedArrivals(messages);
  if (!messages) return null;
  return (
    <section>
      <h2>{t('messages.heading')}</h2>
      {messages.length === 0 && <p>{t('messages.none')}</p>}
      <Stack gap={2}>
        {messages.map((message) => (
          <MessageArticle key={message.id} message={message} isUnread={isUnread(message, request)} />
        ))}
      </Stack>
    </section>
  );
}

function isUnread(message: Message, request: CitizenRequest): boolean {
  return message.author === 'office' && message.sentAt > (request.readUpTo ?? '');
}

function useAnnouncedArrivals(messages: Message[] | undefined) {
  const { t } = useTranslation('thread');
  const known = useRef<number>(undefined);
  const count = messages?.filter(({ author }) => author === 'office').length;

  useEffect(() => {
    if (count === undefined) return;
    if (known.current !== undefined && count > known.current) announce(t('messages.arrived'));
    known.current = count;
  }, [count, t]);
}
