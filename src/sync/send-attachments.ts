import type { SubmittedAttachment } from '../../contract/types.ts';
import { type Outcome, SERVER_AWAY } from '../api/outcome.ts';
import type { OutboxRow } from '../db/core/schema.ts';
import { noteUpload } from '../db/drafts/attachments.ts';
import { describeFile } from '../db/files/attachment-rows.ts';
import { noteProgress } from '../db/outbox/attempts.ts';
import { attachmentsOf } from '../db/outbox/commands.ts';
import type { SyncContext } from './sync-context.ts';
import { uploadAttachment } from './upload-attachment.ts';

/**
 * `stopped`: the entry was taken back, or sync is stopping. `needsSession`: the session is over, and the ticket cannot send this entry, or cannot tell
 * what has become of it.
 */
export type SendOutcome<T> =
  | Outcome<T>
  | { kind: 'missingBytes'; fileName: string }
  | { kind: 'stopped' }
  | { kind: 'needsSession' };

/** Uploads the attachments of an entry and returns what the commit must name. */
export async function sendAttachments(
  context: SyncContext,
  entry: OutboxRow,
): Promise<SendOutcome<SubmittedAttachment[]>> {
  const attachments = attachmentsOf(entry);
  const totalBytes = attachments.reduce((sum, attachment) => sum + attachment.size, 0);
  const submitted: SubmittedAttachment[] = [];
  let before = 0;
  for (const [index, attachment] of attachments.entries()) {
    const outcome = await uploadAttachment(context, attachment, (sentBytes, hasMoved) => {
      const progress = {
        requestId: entry.requestId,
        sentBytes: before + sentBytes,
        totalBytes,
        attachment: index + 1,
        attachments: attachments.length,
        notedAt: context.now().getTime(),
      };
      return noteProgress(context.db, entry.commandId, progress, hasMoved);
    });
    switch (outcome.kind) {
      case 'accepted':
        submitted.push(describeFile(attachment, outcome.value));
        break;
      case 'missingBytes':
        return { kind: 'missingBytes', fileName: attachment.name };
      default:
        return outcome;
    }
    before += attachment.size;
  }
  return { kind: 'accepted', value: submitted };
}

/** Where the server lost bytes that it had, has the next attempt send them again. Returns any other outcome as it is. */
export async function resendLostAttachments<T>({ db }: SyncContext, outcome: Outcome<T>) {
  if (outcome.kind !== 'refused' || outcome.problem.type !== 'upload-missing') return outcome;
  for (const id of outcome.problem.attachmentIds ?? []) await noteUpload(db, id, null);
  return SERVER_AWAY;
}
