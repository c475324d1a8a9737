import type { Attachment, SubmittedAttachment } from '../../contract/types.ts';
import type { KeptFile } from '../../domain/decide/sent.ts';
import { type InspectedFile, isAsClaimed, nameFound } from '../../domain/inspected-file.ts';
import { requireOneOfEach } from '../../domain/written/judge-submitted.ts';
import { changeUsage } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { eachPiece } from '../uploads/file-bytes.ts';
import { inspectUpload } from '../uploads/inspect-upload.ts';
import type { FileToSend } from '../uploads/send-file.ts';
import { findUploadRow, forgetUploadRow } from '../uploads/upload-rows.ts';
import { forgetUpload } from '../uploads/uploads.ts';

/**
 * Inspects the bytes before the transaction of the commit, which would make all other writers of the citizen wait. An upload whose bytes are not those that the
 * device has is deleted: otherwise sending them again would change nothing.
 */
export async function inspectFiles(
  context: Context,
  citizenId: string,
  claimed: readonly SubmittedAttachment[],
): Promise<InspectedFile[]> {
  requireOneOfEach(claimed);
  const seen: InspectedFile[] = [];
  for (const attachment of claimed) {
    const upload = await findUploadRow(context.db, citizenId, attachment.uploadId);
    if (!upload || upload.received < upload.size) continue;
    const found = await inspectUpload(context, upload);
    const file = found && nameFound(attachment, upload.size, found);
    if (file && isAsClaimed(file)) seen.push(file);
    else if (file) await forgetUpload(context, citizenId, attachment.uploadId);
  }
  return seen;
}

/**
 * Binds the files to the request, so that their bytes can be downloaded and stay as long as the request. An upload of bytes that the request has already is
 * deleted: nothing would name it.
 */
export async function keepFiles(
  tx: Tx,
  citizenId: string,
  requestId: string,
  files: readonly KeptFile[],
): Promise<void> {
  for (const { attachment, uploadId: fileId, isNew } of files) {
    if (isNew) {
      await commitUpload(tx, citizenId, fileId);
      await attach(tx, { citizenId, requestId, fileId, attachment });
    } else await forgetUploadRow(tx, citizenId, fileId);
  }
}

async function commitUpload(tx: Tx, citizenId: string, id: string): Promise<void> {
  const committed = await tx
    .updateTable('uploads')
    .set({ committed: true })
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .where('committed', '=', false)
    .returning('size')
    .executeTakeFirst();
  if (committed) await changeUsage(tx, citizenId, { uploads: -1, uploadBytes: -committed.size });
}

export interface Attached {
  citizenId: string;
  requestId: string;
  fileId: string;
  attachment: Attachment;
}

export async function attach(tx: Tx, { attachment, ...of }: Attached): Promise<void> {
  const row = { ...of, id: attachment.id, attachment: JSON.stringify(attachment) };
  await tx.insertInto('attachments').values(row).execute();
}

/** Returns a file of the request, be it the citizen's or the office's. */
export async function findAttachedFile(
  context: Pick<Context, 'db' | 'files'>,
  citizenId: string,
  requestId: string,
  id: string,
): Promise<FileToSend | undefined> {
  const found = await context.db
    .selectFrom('attachments')
    .select(['fileId', 'attachment'])
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', requestId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  return { attachment: found.attachment, pieces: eachPiece(context, citizenId, found.fileId) };
}
