import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { ScanRow, Sheet } from '../core/scan-schema.ts';
import { eraseAttachment, eraseChunks, readAttachmentBytes } from './attachment-rows.ts';
import { readChunk } from './read-chunk.ts';

export function readScan(db: CitizenDatabase, draftId: string): Promise<ScanRow | undefined> {
  return db.scans.get(draftId);
}

/** Reads the photo as the camera wrote it; undefined when a part of it is missing. */
export async function readPhoto(
  db: CitizenDatabase,
  sheet: Pick<Sheet, 'id' | 'type' | 'chunkCount'>,
): Promise<Blob | undefined> {
  const parts = await readAttachmentBytes(db, sheet);
  return parts && new Blob(parts, { type: sheet.type });
}

/** Reads the small picture of a sheet, a JPEG; undefined until it is made. */
export async function readSmallPicture(db: CitizenDatabase, sheet: Sheet): Promise<ArrayBuffer | undefined> {
  return (await readChunk(db, sheet.id, sheet.chunkCount))?.bytes;
}

/** Erases a draft's attachments and photos of paper. The caller holds a transaction over `attachments`, `chunks` and `scans`. */
export async function eraseFiles(db: CitizenDatabase, draftId: string): Promise<void> {
  const ids = await db.attachments.where('draftId').equals(draftId).primaryKeys();
  for (const id of ids) await eraseAttachment(db, id);
  for (const { id } of (await readScan(db, draftId))?.sheets ?? []) await eraseChunks(db, id);
  await db.scans.delete(draftId);
}

/** Moves a draft's photos of paper to another draft. The caller holds a transaction over `scans`. */
export async function movePhotos(db: CitizenDatabase, draftId: string, toDraftId: string): Promise<void> {
  const scan = await readScan(db, draftId);
  if (!scan) return;
  await db.scans.delete(draftId);
  await db.scans.put({ ...scan, draftId: toDraftId });
}
