import { problem } from '../../contract/problem.ts';
import type { Attachment, SubmittedAttachment } from '../../contract/types.ts';
import { attachmentOf, type InspectedFile, isAsClaimed, nameFound } from '../../domain/inspected-file.ts';
import { changeUsage } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { eachPiece } from '../uploads/file-bytes.ts';
import { inspectUpload } from '../uploads/inspect-upload.ts';
import type { FileToSend } from '../uploads/send-file.ts';
import { findUploadRow } from '../uploads/upload-rows.ts';
import { forgetUpload } from '../uploads/uploads.ts';

/**
 * Looks at the bytes before the commit's transaction, which would hold all other writers of the citizen meanwhile. An upload whose bytes are not
 * what the device has is forgotten, or sending them again would change nothing.
 */
export async function inspectFiles(
  context: Context,
  citizenId: string,
  claimed: readonly SubmittedAttachment[],
): Promise<InspectedFile[]> {
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
 * What was sent once is never replaced: throws for ids under which the request has other bytes, the office's too.
 * The same file again, which a device sends that goes on with a reply of which a part had arrived, is the same file.
 */
export async function requireOwnIds(
  tx: Tx,
  citizenId: string,
  requestId: string,
  claimed: readonly SubmittedAttachment[],
): Promise<void> {
  const taken: string[] = [];
  for (const { id, sha256 } of claimed) {
    const known = await findAttachment(tx, citizenId, requestId, id);
    if (known && known.attachment.sha256 !== sha256) taken.push(id);
  }
  if (taken.length > 0) throw problem('id-taken', { attachmentIds: taken });
}

/** Binds the files to the request: their bytes can be downloaded, and are never forgotten. */
export async function keepFiles(
  tx: Tx,
  citizenId: string,
  requestId: string,
  seen: readonly InspectedFile[],
): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  for (const file of seen) {
    const { id, uploadId } = file.claimed;
    await commitUpload(tx, citizenId, file);
    const known = await findAttachment(tx, citizenId, requestId, id);
    if (!known) await attach(tx, { citizenId, requestId, fileId: uploadId, attachment: attachmentOf(file) });
    attachments.push(known?.attachment ?? attachmentOf(file));
  }
  return attachments;
}

/** Throws where it was cancelled since somebody looked into it. */
async function commitUpload(tx: Tx, citizenId: string, { claimed }: InspectedFile): Promise<void> {
  const upload = await findUploadRow(tx, citizenId, claimed.uploadId);
  if (!upload) throw problem('upload-missing', { attachmentIds: [claimed.id] });
  if (upload.committed) return;
  await tx
    .updateTable('uploads')
    .set({ committed: true })
    .where('citizenId', '=', citizenId)
    .where('id', '=', upload.id)
    .execute();
  await changeUsage(tx, citizenId, { uploads: -1, uploadBytes: -upload.size });
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

async function findAttachment(
  db: Db,
  citizenId: string,
  requestId: string,
  id: string,
): Promise<Pick<Attached, 'fileId' | 'attachment'> | undefined> {
  return db
    .selectFrom('attachments')
    .select(['fileId', 'attachment'])
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', requestId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A file of the request, the citizen's or the office's. */
export async function findAttachedFile(
  context: Pick<Context, 'db' | 'files'>,
  citizenId: string,
  requestId: string,
  id: string,
): Promise<FileToSend | undefined> {
  const found = await findAttachment(context.db, citizenId, requestId, id);
  if (!found) return undefined;
  return { attachment: found.attachment, pieces: eachPiece(context, citizenId, found.fileId) };
}
