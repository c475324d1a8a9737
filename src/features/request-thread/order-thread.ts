import { useState } from 'react';
import type { MessageRow, OutboxRow, SendReplyCommand } from '../../db/core/schema.ts';
import type { Thread } from './read-thread.ts';

/** A message that has arrived, or that waits to. */
export type Said =
  | { id: string; sent: MessageRow; entry?: undefined }
  | { id: string; sent?: undefined; entry: OutboxRow<SendReplyCommand> };

/**
 * The newest message leads. What comes while the page is open follows it, oldest first, and what was there before stands below, newest first:
 * so nothing that somebody is reading changes its place.
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
