import type { Attachment } from '../../../contract/types.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DownloadRow } from '../core/file-schema.ts';
import { requestRound } from '../core/metadata.ts';
import { chunksIn, chunksOf, eraseChunks, readAttachmentBytes } from './file-rows.ts';

/** How long downloads are kept. They are a cache: the server has them, and the device gets its room back. */
const KEEP_DOWNLOADS_MS = 7 * 24 * 60 * 60 * 1000;

/** `none`: nobody has asked for the file on this device, or its bytes have been erased. */
type DownloadState = DownloadRow['state'] | 'none';

/** `putOff`: the server could not give the file that is wanted. It is asked again later, or once the file is wanted anew. */
export type DownloadStage = DownloadState | 'putOff';

type DownloadWish = Pick<DownloadRow, 'attachmentId' | 'requestId' | 'size' | 'sha256'>;

/** *Ver*, *Abrir*, *Descarregar*: asks sync to fetch the bytes, also again after a refusal or where the browser has lost them. */
export async function wantDownload(db: CitizenDatabase, wish: DownloadWish, now: Date): Promise<void> {
  const { attachmentId } = wish;
  await db.transaction('rw', db.files, db.attachments, db.chunks, db.metadata, async () => {
    const isHere = (await readDownloadState(db, attachmentId)) === 'here';
    // Only a read shows that the browser has lost the bytes.
    if (isHere && (await readLocalBytes(db, attachmentId))) return;
    const begun = { chunkCount: 0, attempts: 0, nextAttemptAt: 0 };
    await db.files.put({ ...wish, ...begun, state: 'wanted', wantedAt: now.toISOString() });
    await requestRound(db);
  });
}

/** Reads the state without the bytes, so that a long thread costs nothing. */
export async function readDownloadState(db: CitizenDatabase, attachmentId: string): Promise<DownloadState> {
  const download = await db.files.get(attachmentId);
  // A draft with the same attachment may still have its chunks, which cannot be read.
  if (download && download.state !== 'here') return download.state;
  // A row says `here` without bytes where they were erased with such a draft.
  return (await findComplete(db, attachmentId)) ? 'here' : 'none';
}

export async function readDownloadStage(db: CitizenDatabase, attachmentId: string): Promise<DownloadStage> {
  const download = await db.files.get(attachmentId);
  if (download?.state === 'wanted' && download.attempts > 0) return 'putOff';
  return readDownloadState(db, attachmentId);
}

/** Reads how much of a wanted file has come, from 0 to 1. */
export async function readDownloadedShare(db: CitizenDatabase, attachmentId: string): Promise<number> {
  const { doneBytes = 0, size = 0 } = (await db.files.get(attachmentId)) ?? {};
  return size > 0 ? doneBytes / size : 0;
}

export async function noteDownloaded(db: CitizenDatabase, attachmentId: string, doneBytes: number) {
  await db.files.update(attachmentId, { doneBytes });
}

/** Reads the bytes as parts of a Blob; undefined unless they are on this device and can be read. */
export async function readLocalBytes(db: CitizenDatabase, attachmentId: string) {
  const complete = await findComplete(db, attachmentId);
  return complete && readAttachmentBytes(db, complete);
}

/** Reads the bytes exactly as the server has them; undefined when they are not on this device, or differ. */
export async function readVerifiedBytes(
  db: CitizenDatabase,
  { id, sha256 }: Pick<Attachment, 'id' | 'sha256'>,
): Promise<ArrayBuffer | undefined> {
  const chunks = await readLocalBytes(db, id);
  if (!chunks) return undefined;
  const bytes = await new Blob(chunks).arrayBuffer();
  return (await sha256Hex(bytes)) === sha256 ? bytes : undefined;
}

/** Finds a download, or the citizen's own attachment while a draft or a waiting entry has its bytes here. */
async function findComplete(db: CitizenDatabase, id: string) {
  const rows = [await db.files.get(id), await db.attachments.get(id)];
  const chunkCount = rows.find((row) => row !== undefined && row.chunkCount > 0)?.chunkCount;
  if (chunkCount === undefined) return undefined;
  const kept = await chunksIn(db, id, chunkCount).count();
  return kept === chunkCount ? { id, chunkCount } : undefined;
}

/** Saves the bytes of a download. Where their hash is not the one that the server named, it refuses the download: they are never shown. */
export async function saveDownload(db: CitizenDatabase, attachmentId: string, bytes: ArrayBuffer) {
  const sha256 = await sha256Hex(bytes);
  const chunks = chunksOf(attachmentId, bytes);
  await db.transaction('rw', db.files, db.chunks, async () => {
    const download = await db.files.get(attachmentId);
    // The download was forgotten while it was on its way.
    if (!download) return;
    const isRight = download.sha256 === sha256 && download.size === bytes.byteLength;
    if (isRight) await db.chunks.bulkPut(chunks);
    const state = isRight ? 'here' : 'refused';
    await db.files.put({ ...download, state, chunkCount: isRight ? chunks.length : 0 });
  });
}

/** Notes that a download cannot be had: the server does not have it, or the device has no room. */
export async function refuseDownload(db: CitizenDatabase, attachmentId: string): Promise<void> {
  await db.files.update(attachmentId, { state: 'refused' });
}

export async function postponeDownload(db: CitizenDatabase, download: DownloadRow, nextAttemptAt: number) {
  await db.files.update(download.attachmentId, { attempts: download.attempts + 1, nextAttemptAt });
}

export async function forgetOldDownloads(db: CitizenDatabase, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_DOWNLOADS_MS).toISOString();
  const old = await db.files.filter((download) => download.wantedAt < before).primaryKeys();
  for (const id of old) await forgetDownload(db, id);
}

export async function forgetDownload(db: CitizenDatabase, attachmentId: string): Promise<void> {
  await db.transaction('rw', db.files, db.attachments, db.chunks, async () => {
    await db.files.delete(attachmentId);
    // A request that came back as a draft shares its attachments: those bytes are the citizen's, perhaps the only ones.
    if (!(await db.attachments.get(attachmentId))) await eraseChunks(db, attachmentId);
  });
}
