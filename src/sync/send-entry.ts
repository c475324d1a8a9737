import type { CitizenRequest, Message, SubmittedAttachment } from '../../contract/types.ts';
import { writtenIn } from '../../domain/written/words.ts';
import type { ApiClient } from '../api/client.ts';
import type { Outcome } from '../api/outcome.ts';
import { putRating, putReadMark, putReply, putRequest, putWithdrawal } from '../api/request-calls.ts';
import type { OutboxCommand, OutboxRow } from '../db/core/schema.ts';
import { beginCommit } from '../db/outbox/attempts.ts';
import type { Arrival, CommandOf, CommandType } from '../db/outbox/commands.ts';
import { recordAccepted } from '../db/requests/apply-changes.ts';
import { checkAnswer } from './check-arrivals.ts';
import { resendLostAttachments, type SendOutcome, sendAttachments } from './send-attachments.ts';
import type { SyncContext } from './sync-context.ts';

/** How a command is sent once its attachments are uploaded. A command that an older build froze is sent unchanged. */
interface Sender<C extends OutboxCommand> {
  commit(api: ApiClient, entry: OutboxRow<C>, attachments: SubmittedAttachment[]): Promise<Outcome<Arrival>>;
  /** The answer with the words and files that were sent, in the place of what it says of them. */
  asSent(command: C, answer: Arrival): Arrival;
}

const asAnswered = (_command: OutboxCommand, answer: Arrival) => answer;

const SENDERS: { [T in CommandType]: Sender<CommandOf<T>> } = {
  submitRequest: {
    commit: (api, { citizenId, requestId, command: { revision, content } }, attachments) =>
      requestOf(putRequest(api, { citizenId, requestId, revision, content: { ...content, attachments } })),
    asSent({ revision, content, attachments }, answer) {
      // Under another revision something else had arrived before.
      if (answer.type !== 'request' || answer.request.revision !== revision) return answer;
      const { kind, topic, aboutRequestId = null } = content;
      const said = { kind, topic, aboutRequestId, ...writtenIn(content), attachments };
      return { ...answer, request: { ...answer.request, ...said } };
    },
  },
  sendReply: {
    commit: (api, { citizenId, requestId, command: { messageId, revision, content } }, attachments) =>
      messageOf(
        putReply(api, { citizenId, requestId, messageId, revision, content: { ...content, attachments } }),
      ),
    asSent({ revision, content: { purpose, body }, attachments }, answer) {
      // After the first, an earlier one may have arrived in its place.
      if (answer.type !== 'message' || revision > 1) return answer;
      return { ...answer, message: { ...answer.message, purpose, body, attachments } };
    },
  },
  withdraw: { commit: (api, entry) => requestOf(putWithdrawal(api, entry)), asSent: asAnswered },
  rate: {
    commit: (api, entry) => requestOf(putRating(api, entry, entry.command.rating)),
    asSent: asAnswered,
  },
  markRead: {
    commit: (api, entry) => requestOf(putReadMark(api, entry, entry.command.readUpTo)),
    asSent: asAnswered,
  },
};

async function requestOf(answer: Promise<Outcome<CitizenRequest>>): Promise<Outcome<Arrival>> {
  const outcome = await answer;
  if (outcome.kind !== 'accepted') return outcome;
  return { kind: 'accepted', value: { type: 'request', request: outcome.value } };
}

async function messageOf(answer: Promise<Outcome<Message>>): Promise<Outcome<Arrival>> {
  const outcome = await answer;
  if (outcome.kind !== 'accepted') return outcome;
  return { kind: 'accepted', value: { type: 'message', message: outcome.value } };
}

/** The sender of the entry's own type; see `rulesOf`. */
function senderOf({ command }: OutboxRow): Sender<OutboxCommand> {
  return SENDERS[command.type];
}

/** Uploads each attachment, then sends the commit that names them. The caller records a refusal. */
export async function sendEntry(context: SyncContext, entry: OutboxRow): Promise<SendOutcome<unknown>> {
  const { db, api } = context;
  const attachments = await sendAttachments(context, entry);
  if (attachments.kind !== 'accepted') return attachments;
  if (!(await beginCommit(db, entry.commandId))) return { kind: 'stopped' };
  const sender = senderOf(entry);
  const outcome = await sender.commit(api, entry, attachments.value);
  if (outcome.kind === 'accepted') {
    const asSent = (answer: Arrival) => sender.asSent(entry.command, answer);
    await recordAccepted(db, entry, await checkAnswer(context, outcome.value, asSent));
  }
  return resendLostAttachments(context, outcome);
}
