import type { Outcome } from '../api/outcome.ts';
import { putRequest } from '../api/request-calls.ts';
import type { CitizenRequest, SubmittedAttachment } from '../contract/types.ts';
import { noteUpload } from '../db/attachments.ts';
import { beginCommit, noteProgress } from '../db/outbox.ts';
import type { FrozenAttachment, OutboxRow } from '../db/schema.ts';
import type { SyncContext } from './sync-context.ts';
import { uploadAttachment } from './upload-attachment.ts';

export type SendOutcome =
  | Outcome<CitizenRequest>
  | { kind: 'missingBytes'; fileName: string }
  | { kind: 'stopped' };

type UploadsOutcome =
  | Exclude<SendOutcome, { kind: 'accepted' }>
  | { kind: 'accepted'; value: SubmittedAttachment[] };

/** Each attachment first, then the small commit that names them. */
export async function sendRequest(context: SyncContext, entry: OutboxRow): Promise<SendOutcome> {
  const { command, requestId } = entry;
  const uploads = await uploadAll(context, entry);
  if (uploads.kind !== 'accepted') return uploads;
  if (!(await beginCommit(context.db, entry.commandId))) return { kind: 'stopped' };
  const outcome = await putRequest(context.api, {
    citizenId: entry.citizenId,
    requestId,
    revision: command.revision,
    content: { ...command.content, attachments: uploads.value },
  });
  if (outcome.kind !== 'refused') return outcome;
  if (outcome.problem.type === 'upload-missing') {
    // The server lost bytes it had: the next attempt sends them again.
    for (const id of outcome.problem.attachmentIds ?? []) await noteUpload(context.db, id, null);
    return { kind: 'unreachable', cause: 'server', retryAfterMs: null };
  }
  return outcome;
}

async function uploadAll(context: SyncContext, entry: OutboxRow): Promise<UploadsOutcome> {
  const { attachments } = entry.command;
  const totalBytes = attachments.reduce((sum, attachment) => sum + attachment.size, 0);
  const submitted: SubmittedAttachment[] = [];
  let before = 0;
  for (const [index, attachment] of attachments.entries()) {
    const outcome = await uploadAttachment(context, attachment, (sentBytes) =>
      noteProgress(context.db, entry.commandId, {
        requestId: entry.requestId,
        sentBytes: before + sentBytes,
        totalBytes,
        attachment: index + 1,
        attachments: attachments.length,
      }),
    );
    switch (outcome.kind) {
      case 'accepted':
        submitted.push(name(attachment, outcome.value));
        break;
      case 'missingBytes':
        return { kind: 'missingBytes', fileName: attachment.name };
      case 'again':
      case 'forgotten':
        return { kind: 'unreachable', cause: 'server', retryAfterMs: null };
      default:
        return outcome;
    }
    before += attachment.size;
  }
  return { kind: 'accepted', value: submitted };
}

function name(attachment: FrozenAttachment, uploadId: string): SubmittedAttachment {
  const { id, name, size, type, sha256 } = attachment;
  return { id, uploadId, name, size, type, sha256 };
}
