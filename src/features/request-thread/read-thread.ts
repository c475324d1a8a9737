import { useState } from 'react';
import type { CitizenPurpose } from '../../../contract/types.ts';
import { serverDay } from '../../../domain/lisbon-date.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import { readLimits } from '../../db/core/read-limits.ts';
import type { MessageRow, OutboxRow, SendReplyCommand } from '../../db/core/schema.ts';
import { byType } from '../../db/outbox/commands.ts';
import { listWaiting } from '../../db/outbox/outbox.ts';
import { readRefusedActions } from '../../db/outbox/refusals.ts';
import { listReplyDrafts } from '../../db/outbox/replies.ts';
import { listMessages } from '../../db/requests/messages.ts';

export type Thread = Awaited<ReturnType<typeof readThread>>;

/** Reads all messages of a request, sent and waiting, and the other commands of the request that wait or were refused. */
export async function readThread(db: CitizenDatabase, requestId: string) {
  const [messages, pending, drafts, refused, { clockOffsetMs }, { extraHolidays }] = await Promise.all([
    listMessages(db, requestId),
    listWaiting(db, requestId),
    listReplyDrafts(db, requestId),
    readRefusedActions(db, requestId),
    readSyncState(db),
    readLimits(db),
  ]);
  const arrived = new Set(messages.map(({ id }) => id));
  return {
    messages,
    // A waiting message may have arrived between the two reads.
    waiting: byType(pending, 'sendReply').filter(({ command }) => !arrived.has(command.messageId)),
    withdrawal: byType(pending, 'withdraw')[0] ?? null,
    /** The newest rating that waits to be sent. */
    rating: byType(pending, 'rate').at(-1)?.command.rating ?? null,
    /** The drafts of replies, oldest first. */
    drafts,
    refused,
    /** The day in Lisbon by the server's clock, yyyy-mm-dd. */
    today: serverDay(new Date(), clockOffsetMs),
    extraHolidays,
  };
}

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
