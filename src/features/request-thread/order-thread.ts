import { useState } from 'react';
import type { CitizenPurpose } from '../../../contract/types.ts';
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
export function useOrder({ messages, waiting }: Thread) {
  const said: Said[] = [
    ...messages.map((sent) => ({ id: sent.id, sent })),
    ...waiting.map((entry) => ({ id: entry.command.messageId, entry })),
  ];
  const [known] = useState(() => new Set(said.map(({ id }) => id)));
  const lead = said.findLast(({ id }) => known.has(id));
  const last = said.at(-1);
  const lastOwn = said.findLastIndex(({ sent }) => sent?.author !== 'office');
  return {
    recent: said.filter((one) => one === lead || !known.has(one.id)),
    older: said.filter((one) => one !== lead && known.has(one.id)).reverse(),
    /** What the citizen sent on this visit, as long as nothing was said since. */
    justSent: last?.sent && isOwn(last.sent) && !known.has(last.id) ? last.sent.purpose : null,
    /** Whether the citizen has written since, and so has read it. */
    isAnswered: (one: Said) => said.indexOf(one) < lastOwn,
  };
}

/** Whether the citizen wrote it. */
export function isOwn(message: MessageRow): message is MessageRow & { purpose: CitizenPurpose } {
  return message.author === 'citizen';
}
