import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { FileRow } from '../core/file-rows.ts';
import { eraseChunks } from './chunks.ts';

/** Fetched files are a cache: the server has them, and the device its room back. */
const KEEP_FETCHED_MS = 7 * 24 * 60 * 60 * 1000;

/** Whether a file may be fetched now. */
export async function hasDueFiles(db: CitizenDatabase, now: Date): Promise<boolean> {
  return (await wantedFiles(db, now).count()) > 0;
}

export function wantedFiles(db: CitizenDatabase, now: Date) {
  const isDue = (file: FileRow) => file.nextAttemptAt <= now.getTime();
  return db.files.where('state').equals('wanted').filter(isDue);
}

/** Waiting may be over: going online, becoming visible. */
export async function hurryFiles(db: CitizenDatabase): Promise<void> {
  await db.files.where('state').equals('wanted').modify({ nextAttemptAt: 0 });
}

export async function forgetOldFiles(db: CitizenDatabase, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_FETCHED_MS).toISOString();
  const old = await db.files.filter((file) => file.wantedAt < before).primaryKeys();
  for (const id of old) await forgetFile(db, id);
}

export async function forgetFile(db: CitizenDatabase, attachmentId: string): Promise<void> {
  await db.transaction('rw', db.files, db.attachments, db.chunks, async () => {
    await db.files.delete(attachmentId);
    // A request that came back as a draft shares its files: those bytes are the citizen's, perhaps the only ones.
    if (!(await db.attachments.get(attachmentId))) await eraseChunks(db, attachmentId);
  });
}
