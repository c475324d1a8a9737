import type { Attachment } from '../../../contract/types.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import {
  type AttachmentRow,
  type ChunkRow,
  type ScanRow,
  type Sheet,
  sheetsOf,
} from '../core/file-schema.ts';
import { isNamed } from '../core/storage-errors.ts';

export const CHUNK_BYTES = 1024 * 1024;

/** Lists a draft's attachments in the order in which they were added, without removed ones. */
export async function listAttachments(db: CitizenDatabase, draftId: string): Promise<AttachmentRow[]> {
  const rows = await db.attachments.where('draftId').equals(draftId).sortBy('addedAt');
  return rows.filter((row) => row.removedAt === null);
}

/** Describes a file as the contract has it. */
export function describeFile<Id extends string | null>(file: Attachment, uploadId: Id) {
  const { id, name, size, type, sha256 } = file;
  return { id, uploadId, name, size, type, sha256 };
}

/** The caller holds a transaction over `attachments` and `chunks`. */
export async function eraseAttachment(db: CitizenDatabase, id: string): Promise<void> {
  await eraseChunks(db, id);
  await db.attachments.delete(id);
}

/** Cuts bytes into chunks of 1 MiB, as they are stored. */
export function chunksOf(attachmentId: string, bytes: ArrayBuffer): ChunkRow[] {
  const count = Math.ceil(bytes.byteLength / CHUNK_BYTES);
  return Array.from({ length: count }, (_, n) => ({
    attachmentId,
    n,
    bytes: bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES),
  }));
}

/** Reads all the bytes; undefined when a chunk is missing, or when the browser has lost its bytes. */
export async function readAttachmentBytes(
  db: CitizenDatabase,
  { id, chunkCount }: Pick<AttachmentRow, 'id' | 'chunkCount'>,
): Promise<ArrayBuffer[] | undefined> {
  const rows = await chunksIn(db, id, chunkCount).toArray().catch(passOverLost);
  return rows?.length === chunkCount ? rows.map((row) => row.bytes) : undefined;
}

/** Names the chunks of a file or a photo; all of them, its small picture included, unless it is said how many. */
export function chunksIn(db: CitizenDatabase, id: string, count = Number.POSITIVE_INFINITY) {
  return db.chunks.where('[attachmentId+n]').between([id, 0], [id, count]);
}

/** The caller holds a transaction over `chunks`. */
export async function eraseChunks(db: CitizenDatabase, id: string): Promise<void> {
  await chunksIn(db, id).delete();
}

/** Passes over the errors with which a browser says that it has lost the bytes of a row: every later read fails alike. */
function passOverLost(error: unknown): undefined {
  if (!isNamed(error, ['DataError', 'NotReadableError'])) throw error;
}

/** Reads a chunk; undefined when it is missing, or when the browser has lost its bytes. */
export async function readChunk(
  db: CitizenDatabase,
  attachmentId: string,
  n: number,
): Promise<ChunkRow | undefined> {
  return db.chunks.get([attachmentId, n]).catch(passOverLost);
}

export function readScan(db: CitizenDatabase, draftId: string): Promise<ScanRow | undefined> {
  return db.scans.get(draftId);
}

/** Lists the sheets whose photo is in no attachment. A chosen picture is one as long as it is attached. */
export async function listUnattached(db: CitizenDatabase, draftId: string): Promise<Sheet[]> {
  const attached: (string | undefined)[] = (await listAttachments(db, draftId)).map(({ id }) => id);
  const sheets = sheetsOf(await readScan(db, draftId));
  return sheets.filter(({ attachmentId, isTakenAgain }) => isTakenAgain || !attached.includes(attachmentId));
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

/** Moves photos of paper to another draft, behind those that it has. The caller holds a transaction over `scans`. */
export async function movePhotos(
  db: CitizenDatabase,
  draftId: string,
  toDraftId: string,
  isMoved: (sheet: Sheet) => boolean = () => true,
): Promise<void> {
  const scan = await readScan(db, draftId);
  const moved = scan?.sheets.filter(isMoved) ?? [];
  if (!scan || moved.length === 0) return;
  const there = (await readScan(db, toDraftId))?.sheets ?? [];
  await db.scans.put({ ...scan, draftId: toDraftId, sheets: [...there, ...moved] });
  await db.scans.put({ ...scan, sheets: scan.sheets.filter((sheet) => !moved.includes(sheet)) });
}

/** Puts for each sheet of a draft what `change` returns of it. */
export async function mapSheets(
  db: CitizenDatabase,
  draftId: string,
  change: (sheet: Sheet) => Sheet,
): Promise<void> {
  await db.scans
    .where('draftId')
    .equals(draftId)
    .modify((scan) => {
      scan.sheets = scan.sheets.map(change);
    });
}

/** Removes or restores, with a picture, the page that was made from it. A page that was taken again is another photo, and stays. */
export function setPageRemoved(
  db: CitizenDatabase,
  picture: AttachmentRow,
  removedAt: string | null,
): Promise<void> {
  return mapSheets(db, picture.draftId, (sheet) => {
    const isPage = sheet.attachmentId === picture.id && !sheet.isTakenAgain;
    return isPage && sheet.removedAt === picture.removedAt ? { ...sheet, removedAt } : sheet;
  });
}
