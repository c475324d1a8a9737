import type { Attachment } from '../../../contract/types.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow } from '../core/file-schema.ts';
import { CHUNK_BYTES, chunksOf, listAttachments, setPageRemoved } from '../files/file-rows.ts';
import { hasArrived } from './arrived.ts';
import { withoutIssues } from './draft-edit.ts';
import { isOpen } from './drafts.ts';

export interface NewAttachment extends Omit<Attachment, 'size'>, Pick<AttachmentRow, 'thumbnail'> {
  bytes: ArrayBuffer;
}

/** Raises the draft's revision, so that the account hears of the change. */
export async function noteFilesChanged(db: CitizenDatabase, draftId: string, now: Date): Promise<void> {
  const draft = await db.drafts.get(draftId);
  if (draft) await db.drafts.update(draftId, { revision: draft.revision + 1, updatedAt: now.toISOString() });
}

/** Makes the row of a file that was just added to a draft. */
export function newAttachmentRow(
  draftId: string,
  { bytes, ...file }: NewAttachment,
  now: Date,
): AttachmentRow {
  return {
    ...file,
    draftId,
    size: bytes.byteLength,
    addedAt: now.toISOString(),
    chunkCount: Math.ceil(bytes.byteLength / CHUNK_BYTES),
    removedAt: null,
    uploadId: null,
    isUploaded: false,
  };
}

export async function hasFile(db: CitizenDatabase, draftId: string, sha256: string): Promise<boolean> {
  return (await listAttachments(db, draftId)).some((other) => other.sha256 === sha256);
}

/** Whether a draft was sent or deleted. The draft of a reply that a full device could not keep never had a row, and was neither. */
export async function hasEnded(db: CitizenDatabase, draftId: string, hadRow: boolean): Promise<boolean> {
  const draft = await db.drafts.get(draftId);
  return draft ? !isOpen(draft) : hadRow || hasArrived(db, draftId);
}

/** Keeps a file whole or not at all. Returns false where there is no open draft, or it has the same file already. */
export function addAttachment(
  db: CitizenDatabase,
  draftId: string,
  file: NewAttachment,
  now: Date,
): Promise<boolean> {
  const chunks = chunksOf(file.id, file.bytes);
  return db.transaction('rw', db.drafts, db.attachments, db.chunks, async () => {
    if (!isOpen(await db.drafts.get(draftId)) || (await hasFile(db, draftId, file.sha256))) return false;
    await db.chunks.bulkPut(chunks);
    await db.attachments.put(newAttachmentRow(draftId, file, now));
    await noteFilesChanged(db, draftId, now);
    return true;
  });
}

/** *Remover*. The bytes stay until `purgeDeleted`, so that `restoreAttachment` can undo it. */
export function removeAttachment(db: CitizenDatabase, attachmentId: string, now: Date): Promise<void> {
  return setRemoved(db, attachmentId, now.toISOString(), now);
}

/** *Desfazer*. Nothing happens when the same file has been added again meanwhile. */
export function restoreAttachment(db: CitizenDatabase, attachmentId: string, now: Date): Promise<void> {
  return setRemoved(db, attachmentId, null, now);
}

async function setRemoved(db: CitizenDatabase, attachmentId: string, removedAt: string | null, now: Date) {
  await db.transaction('rw', db.drafts, db.attachments, db.scans, async () => {
    const attachment = await db.attachments.get(attachmentId);
    if (!attachment || (attachment.removedAt === null) === (removedAt === null)) return;
    const draft = await db.drafts.get(attachment.draftId);
    if (!isOpen(draft)) return;
    if (removedAt === null && (await hasFile(db, draft.id, attachment.sha256))) return;
    await db.attachments.update(attachmentId, { removedAt });
    await setPageRemoved(db, attachment, removedAt);
    await noteFilesChanged(db, draft.id, now);
    // The file that is taken out may be the one that was refused; submitting finds what is still wrong.
    if (removedAt !== null)
      await db.drafts.update(draft.id, { refusal: withoutIssues(draft.refusal, ['attachments']) });
  });
}

export async function noteUpload(db: CitizenDatabase, attachmentId: string, uploadId: string | null) {
  await db.attachments.update(attachmentId, { uploadId, isUploaded: false });
}

export async function noteUploaded(db: CitizenDatabase, attachmentId: string): Promise<void> {
  await db.attachments.update(attachmentId, { isUploaded: true });
}
