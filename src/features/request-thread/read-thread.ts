import type { Rating } from '../../contract/types.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import type {
  DraftRow,
  MessageRow,
  OutboxRow,
  RefusedAction,
  SendReplyCommand,
  WithdrawCommand,
} from '../../db/core/schema.ts';
import { byType } from '../../db/outbox/commands.ts';
import { listWaiting } from '../../db/outbox/outbox.ts';
import { readRefusedActions } from '../../db/outbox/refusals.ts';
import { listReplyDrafts } from '../../db/outbox/replies.ts';
import { listMessages } from '../../db/requests/messages.ts';
import { serverDay } from '../../domain/lisbon-date.ts';

/** Everything that has been said about a request, and what of it has not arrived. */
export interface Thread {
  messages: MessageRow[];
  waiting: OutboxRow<SendReplyCommand>[];
  withdrawal: OutboxRow<WithdrawCommand> | null;
  /** The one given last, that waits. */
  rating: Rating | null;
  /** Begun replies, oldest first. */
  drafts: DraftRow[];
  refused: RefusedAction[];
  /** yyyy-mm-dd in Lisbon, by the server's clock. */
  today: string;
}

export async function readThread(db: CitizenDatabase, requestId: string): Promise<Thread> {
  const [messages, pending, drafts, refused, { clockOffsetMs }] = await Promise.all([
    listMessages(db, requestId),
    listWaiting(db, requestId),
    listReplyDrafts(db, requestId),
    readRefusedActions(db, requestId),
    readSyncState(db),
  ]);
  const arrived = new Set(messages.map(({ id }) => id));
  return {
    messages,
    // Between the reads one of them may have arrived.
    waiting: byType(pending, 'sendReply').filter(({ command }) => !arrived.has(command.messageId)),
    withdrawal: byType(pending, 'withdraw')[0] ?? null,
    rating: byType(pending, 'rate').at(-1)?.command.rating ?? null,
    drafts,
    refused,
    today: serverDay(new Date(), clockOffsetMs),
  };
}
