import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { keepsDraftsInAccount, readProfile } from '../../db/core/metadata.ts';
import { readAccountRoom } from '../../db/drafts/account-room.ts';
import { wantsNews } from '../../db/requests/news.ts';
import { readLocalData } from '../../db/storage/local-data.ts';
import { type Persistence, readPersistence, readUsage } from '../../db/storage/storage-health.ts';

interface StorageUse {
  /** The bytes that e-Clic uses; null where the browser does not say. No browser gives a reliable figure for the total room. */
  used: number | null;
  persistence: Persistence;
}

/**
 * What the page shows of this device and its citizen. It is read before the page is drawn: a page that grows later would move under citizens who come back to
 * it.
 */
export type ReadSettings = Awaited<ReturnType<typeof readSettings>>;

export async function readSettings(db: CitizenDatabase) {
  const [wants, kept, storage, inAccount, room, profile] = await Promise.all([
    wantsNews(db),
    readLocalData(db),
    readStorageUse(),
    keepsDraftsInAccount(db),
    readAccountRoom(db),
    readProfile(db),
  ]);
  return { citizenId: db.citizenId, wantsNews: wants, kept, storage, inAccount, room, profile };
}

const NOT_KNOWN: StorageUse = { used: null, persistence: 'unknown' };

/** Reads how much is stored, without asking the browser to keep it. */
export function readStorageUse(): Promise<StorageUse> {
  return Promise.all([readUsage(), readPersistence()]).then(
    ([used, persistence]) => ({ used, persistence }),
    () => NOT_KNOWN,
  );
}
