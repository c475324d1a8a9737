import type {
  Acknowledgement,
  Attachment,
  CitizenRequest,
  Message,
  ReplySubmission,
  RequestSubmission,
} from '../contract/types.ts';
import type { DeadlineLimits } from './deadlines.ts';
import { lisbonDate } from './lisbon-date.ts';
import { measureDeadline } from './measure-deadline.ts';
import { receivedRequest } from './new-request.ts';
import { citizenMessage, replied, withdrawn } from './office-moves.ts';

/** The credential with which a device sends. A session gets back what it has sent; a ticket gets an acknowledgement, which has no word of it. */
export type SentBy = 'session' | 'ticket';

export function answerTo<T>({ by }: { by: SentBy }, sent: T, acknowledge: (sent: T) => Acknowledgement) {
  return by === 'session' ? sent : acknowledge(sent);
}

export function acknowledgeRequest({ id, reference, revision, receivedAt }: CitizenRequest): Acknowledgement {
  return { id, reference, revision, at: receivedAt };
}

export function acknowledgeMessage(
  { id, sentAt }: Message,
  { reference }: Pick<CitizenRequest, 'reference'>,
): Acknowledgement {
  return { id, reference, at: sentAt };
}

export function acknowledgeWithdrawal({
  id,
  reference,
  history,
  updatedAt,
}: CitizenRequest): Acknowledgement {
  return { id, reference, at: history.find(({ state }) => state === 'withdrawn')?.at ?? updatedAt };
}

export function acknowledgeRead({ id, reference, readUpTo, updatedAt }: CitizenRequest): Acknowledgement {
  return { id, reference, at: readUpTo ?? updatedAt };
}

/**
 * The functions below turn an acknowledgement into the request or message that the device keeps: they treat what it has sent as a server does. The device
 * learns which office has the request, and gets the receipt, with the next session.
 */

/** The name shown for the office until the device learns which one it is. */
const INSTITUTION = 'Segurança Social';

interface Sent<T> {
  content: Omit<T, 'attachments'>;
  attachments: readonly Attachment[];
}

/** Returns null when another revision has arrived in place of the sent one. */
export function acknowledgedRequest(
  { id, reference, revision, at }: Acknowledgement,
  sent: Sent<RequestSubmission> & { revision: number },
  limits: DeadlineLimits,
): CitizenRequest | null {
  if (revision !== sent.revision) return null;
  const attachments = sent.attachments.map(asAttachment);
  return receivedRequest(
    { id, reference, revision, content: sent.content, attachments, receivedAt: at, officeName: INSTITUTION },
    limits,
  );
}

/** Returns null after the first revision: an earlier one may have arrived in its place, and the acknowledgement of a message names no revision. */
export function acknowledgedMessage(
  { id, at }: Acknowledgement,
  {
    requestId,
    revision,
    content,
    attachments,
  }: Sent<ReplySubmission> & { requestId: string; revision: number },
): Message | null {
  if (revision > 1) return null;
  const { purpose, body } = content;
  return citizenMessage({
    id,
    requestId,
    purpose,
    body,
    attachments: attachments.map(asAttachment),
    sentAt: at,
  });
}

/** Returns the request after an acknowledged message: a reply resumes the deadline that the office's question has paused. */
export function afterAcknowledged<R extends CitizenRequest>(
  request: R,
  { purpose, sentAt }: Message,
  limits: DeadlineLimits,
): R {
  const deadline = measureDeadline(request, lisbonDate(sentAt), limits.extraHolidays);
  const resumed = deadline?.status === 'paused' && purpose === 'reply' ? deadline.whenResumed : null;
  const running = resumed ? { ...request, deadlinePaused: false, dueOn: resumed.dueOn } : request;
  return {
    ...request,
    ...replied({ request: running, pausedDaysLeft: null }, purpose, Date.parse(sentAt), limits).request,
  };
}

export function acknowledgedWithdrawal<R extends CitizenRequest>(request: R, { at }: Acknowledgement): R {
  return { ...request, ...withdrawn({ request, pausedDaysLeft: null }, Date.parse(at)).request };
}

function asAttachment({ id, name, size, type, sha256 }: Attachment): Attachment {
  return { id, name, size, type, sha256 };
}
