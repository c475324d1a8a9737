import { problem } from '../../src/contract/problem.ts';
import type { Attachment, SubmittedAttachment } from '../../src/contract/types.ts';
import {
  attachmentOf,
  type InspectedFile,
  inspectFile,
  isAsClaimed,
} from '../../src/domain/inspected-file.ts';
import { changeUsage } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { readPieces } from '../uploads/file-bytes.ts';
import { findUploadRow } from '../uploads/upload-rows.ts';
import { forgetUpload } from '../uploads/uploads.ts';

/**
 * Looks at the bytes before the commit's transaction, which would hold all other writers of the citizen meanwhile; complete uploads do not
 * change any more. One whose bytes are not what the device has is forgotten, or sending them again would change nothing.
 */
export async function inspectFiles(
  context: Context,
  citizenId: string,
  claimed: readonly SubmittedAttachment[],
): Promise<InspectedFile[]> {
  const seen: InspectedFile[] = [];
  for (const attachment of claimed) {
    const bytes = await readUpload(context, citizenId, attachment.uploadId);
    const file = bytes && (await inspectFile(attachment, bytes));
    if (file && isAsClaimed(file)) seen.push(file);
    else if (file) await forgetUpload(context, citizenId, attachment.uploadId);
  }
  return seen;
}

async function readUpload(context: Context, citizenId: string, uploadId: string): Promise<Uint8Array | null> {
  const upload = await findUploadRow(context.db, citizenId, uploadId);
  if (!upload || upload.received < upload.size) return null;
  return Buffer.concat(await readPieces(context, citizenId, upload.id));
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

/** A file of the request, the citizen's or the office's, whole. */
export async function readAttachedFile(
  context: Pick<Context, 'db' | 'files'>,
  citizenId: string,
  requestId: string,
  id: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | undefined> {
  const found = await findAttachment(context.db, citizenId, requestId, id);
  if (!found) return undefined;
  const pieces = await readPieces(context, citizenId, found.fileId);
  return { name: found.attachment.name, bytes: new Uint8Array(Buffer.concat(pieces)) };
}
