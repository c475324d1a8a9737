import { serverDay } from '../../../domain/lisbon-date.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import { readLimits } from '../../db/core/read-limits.ts';
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
