import type {
  Acknowledgement,
  Attachment,
  CitizenRequest,
  Message,
  ReplySubmission,
  RequestSubmission,
} from '../contract/types.ts';
import { type DeadlineLimits, measureDeadline } from './deadlines.ts';
import { lisbonDate } from './lisbon-date.ts';
import { receivedRequest } from './new-request.ts';
import { citizenMessage, replied, withdrawn } from './office-moves.ts';

/**
 * What a device makes of an acknowledgement: what it has sent, as a server takes it in. Which office has it, and its receipt, are told with the next
 * session.
 */

/** Until the office is known. */
const INSTITUTION = 'Segurança Social';

interface Sent<T> {
  content: Omit<T, 'attachments'>;
  attachments: readonly Attachment[];
}

/** Null: another revision has arrived in its place. */
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

/** Null: an earlier revision may have arrived in its place. */
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

/** The request after such a message: what was asked has its answer. */
export function afterAcknowledged<R extends CitizenRequest>(
  request: R,
  { purpose, sentAt }: Message,
  { extraHolidays }: DeadlineLimits,
): R {
  const deadline = measureDeadline(request, lisbonDate(sentAt), extraHolidays);
  const resumed = deadline?.status === 'paused' && purpose === 'reply' ? deadline.whenResumed : null;
  const running = resumed ? { ...request, deadlinePaused: false, dueOn: resumed.dueOn } : request;
  return {
    ...request,
    ...replied({ request: running, pausedDaysLeft: null }, purpose, Date.parse(sentAt)).request,
  };
}

export function acknowledgedWithdrawal<R extends CitizenRequest>(request: R, { at }: Acknowledgement): R {
  return { ...request, ...withdrawn({ request, pausedDaysLeft: null }, Date.parse(at)).request };
}

function asAttachment({ id, name, size, type, sha256 }: Attachment): Attachment {
  return { id, name, size, type, sha256 };
}
