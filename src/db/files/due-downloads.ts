import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DownloadRow } from '../core/file-schema.ts';

/**
 * Lists downloads that may be fetched now, in the order in which they were asked for. One that waits for longer than `maxWaitMs` is due: the clock was
 * set back.
 */
export function listDueDownloads(db: CitizenDatabase, now: Date, maxWaitMs: number): Promise<DownloadRow[]> {
  const isDue = ({ nextAttemptAt }: DownloadRow) =>
    nextAttemptAt <= now.getTime() || nextAttemptAt > now.getTime() + maxWaitMs;
  return db.files.where('state').equals('wanted').filter(isDue).sortBy('wantedAt');
}

/** Makes postponed downloads due at once: the device is online again, or the page visible. */
export async function resetDownloadBackoff(db: CitizenDatabase): Promise<void> {
  await db.files.where('state').equals('wanted').modify({ nextAttemptAt: 0 });
}
