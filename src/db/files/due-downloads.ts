import type { DownloadRow } from '../core/attachment-schema.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';

/** Lists downloads that may be fetched now, in the order in which they were asked for. */
export function listDueDownloads(db: CitizenDatabase, now: Date): Promise<DownloadRow[]> {
  const isDue = (download: DownloadRow) => download.nextAttemptAt <= now.getTime();
  return db.files.where('state').equals('wanted').filter(isDue).sortBy('wantedAt');
}

/** Makes postponed downloads due at once: the device is online again, or the page visible. */
export async function resetDownloadBackoff(db: CitizenDatabase): Promise<void> {
  await db.files.where('state').equals('wanted').modify({ nextAttemptAt: 0 });
}
