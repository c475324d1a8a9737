import { putRating, putReadMark, putWithdrawal } from '../api/message-calls.ts';
import type { Outcome } from '../api/outcome.ts';
import type { CitizenRequest } from '../contract/types.ts';
import type { MarkReadCommand, OutboxRow, RateCommand, WithdrawCommand } from '../db/core/schema.ts';
import { beginCommit } from '../db/outbox/outbox.ts';
import { recordMessage } from '../db/requests/messages.ts';
import { recordDone, recordReceived } from '../db/requests/requests.ts';
import type { SendOutcome } from './send-files.ts';
import { sendReply } from './send-reply.ts';
import { sendRequest } from './send-request.ts';
import type { SyncContext } from './sync-context.ts';

/** Brings one entry to the server and records what the server made of it; what it did not take is for the caller to settle. */
export async function sendEntry(context: SyncContext, entry: OutboxRow): Promise<SendOutcome<unknown>> {
  const { db } = context;
  const { command, commandId } = entry;
  switch (command.type) {
    case 'submitRequest':
      return recordAccepted(await sendRequest(context, { ...entry, command }), (request) =>
        recordReceived(db, request),
      );
    case 'sendReply':
      return recordAccepted(await sendReply(context, { ...entry, command }), (message) =>
        recordMessage(db, message),
      );
    default:
      if (!(await beginCommit(db, commandId))) return { kind: 'stopped' };
      return recordAccepted(await putAction(context, { ...entry, command }), (request) =>
        recordDone(db, entry, request),
      );
  }
}

async function recordAccepted<T>(
  outcome: SendOutcome<T>,
  record: (value: T) => Promise<void>,
): Promise<SendOutcome<T>> {
  if (outcome.kind === 'accepted') await record(outcome.value);
  return outcome;
}

type ActionCommand = WithdrawCommand | RateCommand | MarkReadCommand;

function putAction(
  { api }: SyncContext,
  { citizenId, requestId, command }: OutboxRow<ActionCommand>,
): Promise<Outcome<CitizenRequest>> {
  const about = { citizenId, requestId };
  switch (command.type) {
    case 'withdraw':
      return putWithdrawal(api, about);
    case 'rate':
      return putRating(api, about, command.rating);
    case 'markRead':
      return putReadMark(api, about, command.readUpTo);
  }
}
