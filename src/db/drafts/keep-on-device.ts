import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, requestRound } from '../core/metadata.ts';
import { restartFeed } from './restart-feed.ts';

/** *Guardar rascunhos só neste dispositivo*. Once it is no longer so, the account is heard anew: what it said of drafts meanwhile was passed over. */
export async function keepDraftsOnDevice(db: CitizenDatabase, onDeviceOnly: boolean): Promise<void> {
  await db.transaction('rw', db.metadata, db.drafts, async () => {
    await keepMetadata(db, 'draftsOnDeviceOnly', onDeviceOnly);
    if (onDeviceOnly) return;
    await restartFeed(db);
    await requestRound(db);
  });
}
