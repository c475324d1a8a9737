import type { Acknowledgement, CitizenRequest, Message, SubmittedAttachment } from '../../contract/types.ts';
import {
  acknowledgedMessage,
  acknowledgedRequest,
  acknowledgedWithdrawal,
  afterAcknowledged,
} from '../../domain/acknowledgement.ts';
import type { Limits } from '../../domain/limits.ts';
import { writtenIn } from '../../domain/written/words.ts';
import type { ApiClient, Outcome } from '../api/client.ts';
import { putRating, putReadMark, putReply, putRequest, putWithdrawal } from '../api/request-calls.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { isSessionOver, noteSessionOver } from '../db/core/metadata.ts';
import { readLimits } from '../db/core/read-limits.ts';
import type { OutboxCommand, OutboxRow, RequestRow } from '../db/core/schema.ts';
import { beginCommit } from '../db/outbox/attempts.ts';
import {
  type Arrival,
  type CommandOf,
  type CommandType,
  draftIdOf,
  isDraftEntry,
} from '../db/outbox/commands.ts';
import { recordAccepted } from '../db/requests/apply-changes.ts';
import { readRequest } from '../db/requests/requests.ts';
import { checkAnswer } from './check-arrivals.ts';
import type { SyncContext } from './sync-context.ts';
import { resendLostAttachments, type SendOutcome, sendAttachments } from './upload-attachment.ts';

/** The server's answer to a commit: in a session what it received, by a ticket only that something has arrived. */
type Answer = Arrival | { type: 'acknowledged'; acknowledged: Acknowledgement };

/** What the device knows when it reads an acknowledgement. */
interface Known {
  request: RequestRow | undefined;
  limits: Limits;
}

/** What a commit names beside the command. */
interface Attached {
  attachments: SubmittedAttachment[];
  /** The version of the account's draft that the citizen had before them; null: none. */
  draftVersion: string | null;
}

/** How a command is sent once its attachments are uploaded. A command that an older build froze is sent unchanged. */
interface Sender<C extends OutboxCommand> {
  commit(api: ApiClient, entry: OutboxRow<C>, more: Attached): Promise<Outcome<Answer>>;
  /** Whether the command can be sent by its ticket, once the session is over. */
  byTicket: boolean;
  /** Returns what has arrived, where the answer is only an acknowledgement. Null: only a session can tell. */
  asAcknowledged(entry: OutboxRow<C>, acknowledged: Acknowledgement, known: Known): Arrival[] | null;
  /** Returns the answer with the words and files that were sent in the place of its own. */
  asSent(command: C, answer: Arrival): Arrival;
}

const asAnswered = (_command: OutboxCommand, answer: Arrival) => answer;

const SENDERS: { [T in CommandType]: Sender<CommandOf<T>> } = {
  submitRequest: {
    commit: (api, { citizenId, requestId, command }, { draftVersion, attachments }) => {
      const { revision } = command;
      const content = { ...command.content, attachments };
      return requestOf(putRequest(api, { citizenId, requestId, revision, draftVersion, content }));
    },
    byTicket: true,
    asAcknowledged({ command }, acknowledged, { limits }) {
      const request = acknowledgedRequest(acknowledged, command, limits);
      return request && [{ type: 'request', request }];
    },
    asSent({ revision, content, attachments }, answer) {
      // Another revision means that something else had arrived before.
      if (answer.type !== 'request' || answer.request.revision !== revision) return answer;
      const { kind, topic, aboutRequestId = null } = content;
      const said = { kind, topic, aboutRequestId, ...writtenIn(content), attachments };
      return { ...answer, request: { ...answer.request, ...said } };
    },
  },
  sendReply: {
    commit: (api, { citizenId, requestId, command }, { draftVersion, attachments }) => {
      const { messageId, revision } = command;
      const content = { ...command.content, attachments };
      return messageOf(putReply(api, { citizenId, requestId, messageId, revision, draftVersion, content }));
    },
    byTicket: true,
    asAcknowledged({ requestId, command }, acknowledged, { request, limits }) {
      const message = acknowledgedMessage(acknowledged, { requestId, ...command });
      if (!message || !request) return null;
      return [
        { type: 'message', message },
        { type: 'request', request: afterAcknowledged(request, message, limits) },
      ];
    },
    asSent({ revision, content: { purpose, body }, attachments }, answer) {
      // From the second revision on, an earlier one may have arrived in its place.
      if (answer.type !== 'message' || revision > 1) return answer;
      return { ...answer, message: { ...answer.message, purpose, body, attachments } };
    },
  },
  withdraw: {
    commit: (api, entry) => requestOf(putWithdrawal(api, entry)),
    byTicket: true,
    asAcknowledged: (_entry, acknowledged, { request }) =>
      request ? [{ type: 'request', request: acknowledgedWithdrawal(request, acknowledged) }] : null,
    asSent: asAnswered,
  },
  rate: {
    commit: (api, entry) => requestOf(putRating(api, entry, entry.command.rating)),
    byTicket: false,
    asAcknowledged: () => null,
    asSent: asAnswered,
  },
  markRead: {
    commit: (api, entry) => requestOf(putReadMark(api, entry, entry.command.readUpTo)),
    byTicket: true,
    // The device has the read mark already.
    asAcknowledged: () => [],
    asSent: asAnswered,
  },
};

async function requestOf(
  answer: Promise<Outcome<CitizenRequest | Acknowledgement>>,
): Promise<Outcome<Answer>> {
  const outcome = await answer;
  if (outcome.kind !== 'accepted') return outcome;
  const { value } = outcome;
  return {
    kind: 'accepted',
    value: 'state' in value ? { type: 'request', request: value } : acknowledge(value),
  };
}

async function messageOf(answer: Promise<Outcome<Message | Acknowledgement>>): Promise<Outcome<Answer>> {
  const outcome = await answer;
  if (outcome.kind !== 'accepted') return outcome;
  const { value } = outcome;
  return {
    kind: 'accepted',
    value: 'body' in value ? { type: 'message', message: value } : acknowledge(value),
  };
}

function acknowledge(acknowledged: Acknowledgement): Answer {
  return { type: 'acknowledged', acknowledged };
}

/** Returns the sender of the entry's own type; `rulesOf` explains the types. */
function senderOf({ command }: OutboxRow): Sender<OutboxCommand> {
  return SENDERS[command.type];
}

const NEEDS_SESSION = { kind: 'needsSession' } as const;

/** Uploads each attachment, then sends the commit that names them. The caller records a refusal. */
export async function sendEntry(context: SyncContext, entry: OutboxRow): Promise<SendOutcome<unknown>> {
  const { db, api } = context;
  const sender = senderOf(entry);
  if (!sender.byTicket && (await isSessionOver(db))) return NEEDS_SESSION;
  const attachments = await sendAttachments(context, entry);
  if (attachments.kind !== 'accepted') return attachments;
  if (!(await beginCommit(db, entry.commandId))) return { kind: 'stopped' };
  const draftVersion = await readKnownVersion(db, entry);
  const outcome = await sender.commit(api, entry, { attachments: attachments.value, draftVersion });
  if (outcome.kind === 'accepted') {
    const arrivals = await readArrivals(context, entry, outcome.value);
    if (!arrivals) return NEEDS_SESSION;
    await recordAccepted(db, entry, arrivals);
  }
  if (outcome.kind !== 'signedOut' || sender.byTicket) return resendLostAttachments(context, outcome);
  await noteSessionOver(db);
  return NEEDS_SESSION;
}

/** Reads which version of the draft in the account this device knew: no other is taken in while the entry waits. */
async function readKnownVersion(db: CitizenDatabase, entry: OutboxRow): Promise<string | null> {
  const draft = isDraftEntry(entry) ? await db.drafts.get(draftIdOf(entry)) : undefined;
  return draft?.account?.etag ?? null;
}

/** Returns what has arrived, by an answer. Null: only a session can tell. */
async function readArrivals(
  context: SyncContext,
  entry: OutboxRow,
  answer: Answer,
): Promise<Arrival[] | null> {
  const { db } = context;
  const sender = senderOf(entry);
  if (answer.type !== 'acknowledged') {
    return [await checkAnswer(context, answer, (arrival) => sender.asSent(entry.command, arrival))];
  }
  await noteSessionOver(db);
  const known = { request: await readRequest(db, entry.requestId), limits: await readLimits(db) };
  return sender.asAcknowledged(entry, answer.acknowledged, known);
}
