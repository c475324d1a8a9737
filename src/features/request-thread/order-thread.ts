import { useState } from 'react';
import type { CitizenPurpose } from '../../../contract/types.ts';
import type { MessageRow, OutboxRow, SendReplyCommand } from '../../db/core/schema.ts';
import type { Thread } from './read-thread.ts';

/** A message that the server has, or one that waits to be sent. */
export type ThreadEntry =
  | { id: string; sent: MessageRow; entry?: undefined }
  | { id: string; sent?: undefined; entry: OutboxRow<SendReplyCommand> };

/**
 * Orders the messages. `recent` has the newest message at opening and those that come while the page is open, oldest first; `older` has the messages before,
 * newest first. So no message moves while the citizen reads it.
 */
export function useOrder({ messages, waiting }: Thread) {
  const said: ThreadEntry[] = [
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
    /** The purpose of the message that the citizen sent on this visit, until another message follows it. */
    justSent: last?.sent && isOwn(last.sent) && !known.has(last.id) ? last.sent.purpose : null,
    /** Whether the citizen has written after this message, and therefore has read it. */
    isAnswered: (one: ThreadEntry) => said.indexOf(one) < lastOwn,
  };
}

export function isOwn(message: MessageRow): message is MessageRow & { purpose: CitizenPurpose } {
  return message.author === 'citizen';
}
