import { type AttachmentRow, CHUNK_BYTES } from '../core/attachment-schema.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { chunksOf, listAttachments } from '../files/attachment-rows.ts';
import { isOpen } from './drafts.ts';

export interface NewAttachment {
  id: string;
  name: string;
  type: string;
  sha256: string;
  bytes: ArrayBuffer;
  thumbnail: ArrayBuffer | null;
}

/** The draft has changed, and the account has to hear of it. */
async function noteFilesChanged(db: CitizenDatabase, draftId: string, now: Date): Promise<void> {
  const draft = await db.drafts.get(draftId);
  if (draft) await db.drafts.update(draftId, { revision: draft.revision + 1, updatedAt: now.toISOString() });
}

/** A file that has just been added, as it stands in its draft. */
export function newAttachmentRow(draftId: string, file: NewAttachment, now: Date): AttachmentRow {
  const { id, name, type, sha256, bytes, thumbnail } = file;
  return {
    id,
    draftId,
    name,
    size: bytes.byteLength,
    type,
    sha256,
    addedAt: now.toISOString(),
    chunkCount: Math.ceil(bytes.byteLength / CHUNK_BYTES),
    thumbnail,
    removedAt: null,
    uploadId: null,
    isUploaded: false,
  };
}

/** Keeps the file whole or not at all. False: the draft is no longer open, or the same file is there already. */
export function addAttachment(
  db: CitizenDatabase,
  draftId: string,
  file: NewAttachment,
  now: Date,
): Promise<boolean> {
  const chunks = chunksOf(file.id, file.bytes);
  return db.transaction('rw', db.drafts, db.attachments, db.chunks, async () => {
    if (!isOpen(await db.drafts.get(draftId))) return false;
    const others = await listAttachments(db, draftId);
    if (others.some((other) => other.sha256 === file.sha256)) return false;
    await db.chunks.bulkPut(chunks);
    await db.attachments.put(newAttachmentRow(draftId, file, now));
    await noteFilesChanged(db, draftId, now);
    return true;
  });
}

/** *Remover*. The bytes stay until `purgeDeleted`, so that `restoreAttachment` can undo it. */
export async function removeAttachment(db: CitizenDatabase, attachmentId: string, now: Date): Promise<void> {
  await db.transaction('rw', db.drafts, db.attachments, async () => {
    const attachment = await db.attachments.get(attachmentId);
    if (!attachment || !isOpen(await db.drafts.get(attachment.draftId))) return;
    await db.attachments.update(attachmentId, { removedAt: now.toISOString() });
    await noteFilesChanged(db, attachment.draftId, now);
  });
}

/** *Anular*. Nothing happens when the same file has been added again meanwhile. */
export async function restoreAttachment(db: CitizenDatabase, attachmentId: string, now: Date): Promise<void> {
  await db.transaction('rw', db.drafts, db.attachments, async () => {
    const attachment = await db.attachments.get(attachmentId);
    if (!attachment || !isOpen(await db.drafts.get(attachment.draftId))) return;
    const others = await listAttachments(db, attachment.draftId);
    if (others.some((other) => other.sha256 === attachment.sha256)) return;
    await db.attachments.update(attachmentId, { removedAt: null });
    await noteFilesChanged(db, attachment.draftId, now);
  });
}

export async function noteUpload(
  db: CitizenDatabase,
  attachmentId: string,
  uploadId: string | null,
): Promise<void> {
  await db.attachments.update(attachmentId, { uploadId, isUploaded: false });
}

export async function noteUploaded(db: CitizenDatabase, attachmentId: string): Promise<void> {
  await db.attachments.update(attachmentId, { isUploaded: true });
}
