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
import { isOfType } from '../../db/outbox/outbox.ts';
import { listReplyDrafts } from '../../db/outbox/replies.ts';
import { listMessages } from '../../db/requests/messages.ts';
import { listPendingActions, readRefusedActions } from '../../db/requests/request-actions.ts';
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
    listPendingActions(db, requestId),
    listReplyDrafts(db, requestId),
    readRefusedActions(db, requestId),
    readSyncState(db),
  ]);
  const arrived = new Set(messages.map(({ id }) => id));
  return {
    messages,
    // Between the reads one of them may have arrived.
    waiting: pending
      .filter((entry) => isOfType(entry, 'sendReply'))
      .filter(({ command }) => !arrived.has(command.messageId)),
    withdrawal: pending.find((entry) => isOfType(entry, 'withdraw')) ?? null,
    rating: pending.findLast((entry) => isOfType(entry, 'rate'))?.command.rating ?? null,
    drafts,
    refused,
    today: serverDay(new Date(), clockOffsetMs),
  };
}
