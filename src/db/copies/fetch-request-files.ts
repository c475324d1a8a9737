import { liveQuery } from 'dexie';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readSyncState } from '../core/metadata.ts';
import { endQuietly } from '../core/storage-errors.ts';
import { readDownloadStage, wantDownload } from '../files/downloads.ts';
import { readExported } from './export-request.ts';

/** The longest wait without progress: a file that comes slowly must not hold back for ever those that are here. */
const LONGEST_PAUSE_MS = 60_000;

interface FetchOptions {
  onProgress?: (doneBytes: number, totalBytes: number) => void;
  longestPauseMs?: number;
}

/** Asks sync for every file of a request that is not on this device, and waits until each has come or cannot be had now. */
export async function fetchRequestFiles(
  db: CitizenDatabase,
  requestId: string,
  now: Date,
  { onProgress, longestPauseMs = LONGEST_PAUSE_MS }: FetchOptions = {},
): Promise<void> {
  const files = (await readExported(db, requestId))?.attachments ?? [];
  for (const { id, size, sha256 } of files) {
    // A full device has no room to ask, nor for the file: whoever calls names it as missing.
    await wantDownload(db, { attachmentId: id, requestId, size, sha256 }, now).catch(endQuietly);
  }
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);

  async function look(): Promise<{ doneBytes: number; isOver: boolean }> {
    const { connection } = await readSyncState(db);
    let doneBytes = 0;
    let isOver = true;
    for (const { id, size } of files) {
      const stage = await readDownloadStage(db, id);
      if (stage === 'here') doneBytes += size;
      if (stage === 'wanted' && connection === 'reached') isOver = false;
    }
    return { doneBytes, isOver };
  }

  await new Promise<void>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>;
    const end = () => {
      clearTimeout(timer);
      looking.unsubscribe();
      resolve();
    };
    const looking = liveQuery(look).subscribe({
      next({ doneBytes, isOver }) {
        clearTimeout(timer);
        onProgress?.(doneBytes, totalBytes);
        if (isOver) end();
        else timer = setTimeout(end, longestPauseMs);
      },
      error: reject,
    });
  });
}
