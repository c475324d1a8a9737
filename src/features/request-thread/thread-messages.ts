import type { CitizenPurpose, Message } from '../../contract/types.ts';
import type { FrozenAttachment, OutboxRow, SendReplyCommand } from '../../db/core/schema.ts';
import type { Thread } from './read-thread.ts';

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

/** Newest last; what waits comes after all that has arrived. */
export function threadMessages({ messages, waiting }: Pick<Thread, 'messages' | 'waiting'>): ThreadMessage[] {
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
