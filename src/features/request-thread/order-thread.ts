import { useState } from 'react';
import type { MessageRow, OutboxRow, SendReplyCommand } from '../../db/core/schema.ts';
import type { Thread } from './read-thread.ts';

/** A message that the server has, or one that waits. */
export type Said =
  | { id: string; sent: MessageRow; entry?: undefined }
  | { id: string; sent?: undefined; entry: OutboxRow<SendReplyCommand> };

/**
 * Orders the messages: those that come while the page is open stand first, oldest first; the earlier ones below, newest first. So no message
 * that somebody reads changes its place.
 */
export function useOrder({ messages, waiting }: Thread): { recent: Said[]; older: Said[] } {
  const said: Said[] = [
    ...messages.map((sent) => ({ id: sent.id, sent })),
    ...waiting.map((entry) => ({ id: entry.command.messageId, entry })),
  ];
  const [known] = useState(() => new Set(said.map(({ id }) => id)));
  const lead = said.findLast(({ id }) => known.has(id));
  return {
    recent: said.filter((one) => one === lead || !known.has(one.id)),
    older: said.filter((one) => one !== lead && known.has(one.id)).reverse(),
  };
}
