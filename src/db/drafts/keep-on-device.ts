import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, requestRound } from '../core/metadata.ts';
import { restartFeed } from './restart-feed.ts';

/** *Guardar rascunhos só neste dispositivo*. Switching it off restarts the feed, since news of drafts were passed over meanwhile. */
export async function keepDraftsOnDevice(db: CitizenDatabase, onDeviceOnly: boolean): Promise<void> {
  await db.transaction('rw', db.metadata, db.drafts, db.attachments, async () => {
    await keepMetadata(db, 'draftsOnDeviceOnly', onDeviceOnly);
    if (onDeviceOnly) return;
    await restartFeed(db);
    await requestRound(db);
  });
}
