import { isPicture } from '../../../domain/file-kinds.ts';
import { isVeryLong, readPictureSize } from '../../../domain/large-photo.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { type AttachmentRow, sheetsOf } from '../core/file-schema.ts';
import { readLocalBytes } from '../files/downloads.ts';
import { listAttachments, readChunk, readScan } from '../files/file-rows.ts';
import { addPhoto } from './scans.ts';

/** Lists the pictures among a draft's attachments whose bytes are on this device. */
export async function listPictures(db: CitizenDatabase, draftId: string): Promise<AttachmentRow[]> {
  const rows = await listAttachments(db, draftId);
  return rows.filter(({ type, chunkCount }) => isPicture(type) && chunkCount > 0);
}

/** Returns those of the pictures that can be read on a page. */
export async function pagesAmong(
  db: CitizenDatabase,
  pictures: readonly AttachmentRow[],
): Promise<AttachmentRow[]> {
  const sizes = await Promise.all(pictures.map(({ id }) => readSize(db, id)));
  return pictures.filter((_, index) => !isVeryLong(sizes[index] ?? null));
}

async function readSize(db: CitizenDatabase, pictureId: string) {
  const first = await readChunk(db, pictureId, 0);
  return first ? readPictureSize(new Uint8Array(first.bytes)) : null;
}

/** Adds each picture as a photo of paper, as large as it was chosen. The pictures stay attachments until the PDF takes their place. */
export async function addPictures(
  db: CitizenDatabase,
  draftId: string,
  pictures: readonly AttachmentRow[],
  now: Date,
): Promise<boolean> {
  const there = sheetsOf(await readScan(db, draftId)).map(({ attachmentId }) => attachmentId);
  for (const { id, type, originalId } of pictures) {
    if (there.includes(id)) continue;
    const original = originalId && (await db.attachments.get(originalId));
    const chosen = original || { id, type };
    const parts = await readLocalBytes(db, chosen.id);
    if (!parts) continue;
    const bytes = await new Blob(parts).arrayBuffer();
    const photo = { id: crypto.randomUUID(), type: chosen.type, bytes, attachmentId: id };
    if (!(await addPhoto(db, draftId, photo, now))) return false;
  }
  return true;
}
