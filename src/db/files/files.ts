import type { Attachment } from '../../contract/types.ts';
import { sha256Hex } from '../../lib/sha256.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { requestRound } from '../core/facts.ts';
import type { FileRow } from '../core/file-rows.ts';
import { chunksOf, readAttachmentBytes } from './chunks.ts';
import { wantedFiles } from './kept-files.ts';

/** `none`: nobody has asked for it on this device, or what was here has been forgotten. */
export type FileState = FileRow['state'] | 'none';

export interface FileWish {
  attachmentId: string;
  requestId: string;
  size: number;
  sha256: string;
}

/** *Ver*, *Abrir*, *Descarregar*: sync fetches the bytes. Asked again after a refusal, it tries again. */
export async function wantFile(db: CitizenDatabase, wish: FileWish, now: Date): Promise<void> {
  await db.transaction('rw', db.files, db.attachments, db.chunks, db.facts, async () => {
    if ((await readFileState(db, wish.attachmentId)) === 'here') return;
    await db.files.put({
      ...wish,
      state: 'wanted',
      chunkCount: 0,
      wantedAt: now.toISOString(),
      attempts: 0,
      nextAttemptAt: 0,
    });
    await requestRound(db);
  });
}

/** Looks at no bytes, so that a long thread costs nothing. */
export async function readFileState(db: CitizenDatabase, attachmentId: string): Promise<FileState> {
  if (await findWhole(db, attachmentId)) return 'here';
  const file = await db.files.get(attachmentId);
  // Here no more: its bytes went with a draft that had the same file.
  return file && file.state !== 'here' ? file.state : 'none';
}

/** The bytes, as parts of a Blob; undefined unless they are here. */
export async function readFile(
  db: CitizenDatabase,
  attachmentId: string,
): Promise<ArrayBuffer[] | undefined> {
  const whole = await findWhole(db, attachmentId);
  return whole && readAttachmentBytes(db, whole);
}

/** The bytes as the server had them; undefined when they are not here, or not whole. */
export async function readWholeFile(
  db: CitizenDatabase,
  { id, sha256 }: Pick<Attachment, 'id' | 'sha256'>,
): Promise<ArrayBuffer | undefined> {
  const chunks = await readFile(db, id);
  if (!chunks) return undefined;
  const bytes = await new Blob(chunks).arrayBuffer();
  return (await sha256Hex(bytes)) === sha256 ? bytes : undefined;
}

/** Also the citizen's own file, while a draft or what waits to be sent has it on this device. */
async function findWhole(
  db: CitizenDatabase,
  id: string,
): Promise<{ id: string; chunkCount: number } | undefined> {
  const rows = [await db.files.get(id), await db.attachments.get(id)];
  const chunkCount = rows.find((row) => row !== undefined && row.chunkCount > 0)?.chunkCount;
  if (chunkCount === undefined) return undefined;
  const kept = await db.chunks.where('[attachmentId+n]').between([id, 0], [id, chunkCount]).count();
  return kept === chunkCount ? { id, chunkCount } : undefined;
}

/** Whose turn it is, oldest first. */
export function listWantedFiles(db: CitizenDatabase, now: Date): Promise<FileRow[]> {
  return wantedFiles(db, now).sortBy('wantedAt');
}

/** False, and refused: these are not the bytes that the server spoke of, so they are never shown. */
export async function saveFile(
  db: CitizenDatabase,
  attachmentId: string,
  bytes: ArrayBuffer,
): Promise<boolean> {
  const sha256 = await sha256Hex(bytes);
  const chunks = chunksOf(attachmentId, bytes);
  return db.transaction('rw', db.files, db.chunks, async () => {
    const file = await db.files.get(attachmentId);
    // Forgotten while it was on its way.
    if (!file) return false;
    const isRight = file.sha256 === sha256 && file.size === bytes.byteLength;
    if (isRight) await db.chunks.bulkPut(chunks);
    await db.files.put({
      ...file,
      state: isRight ? 'here' : 'refused',
      chunkCount: isRight ? chunks.length : 0,
    });
    return isRight;
  });
}

/** The server has no such file, or the device no room for it. */
export async function refuseFile(db: CitizenDatabase, attachmentId: string): Promise<void> {
  await db.files.update(attachmentId, { state: 'refused' } satisfies Partial<FileRow>);
}

export async function postponeFile(
  db: CitizenDatabase,
  { attachmentId, attempts }: FileRow,
  nextAttemptAt: number,
): Promise<void> {
  const later: Partial<FileRow> = { attempts: attempts + 1, nextAttemptAt };
  await db.files.update(attachmentId, later);
}
