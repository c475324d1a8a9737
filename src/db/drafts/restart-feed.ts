import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, patchSyncState, requestRound } from '../core/metadata.ts';

/**
 * Has the feed read from its beginning, and forgets what of each draft the account has: a server that was restored gives the same tag to other
 * words, and may have lost files. A draft that was deleted on this device keeps its tag, which is needed to delete it in the account. The caller holds a
 * transaction over metadata, drafts and attachments.
 */
export async function restartFeed(db: CitizenDatabase): Promise<void> {
  await db.drafts.filter(({ deletedAt }) => deletedAt === null).modify({ account: null });
  // Without bytes on this device a file cannot be sent again.
  await db.attachments.filter(({ chunkCount }) => chunkCount > 0).modify({ isUploaded: false });
  await patchSyncState(db, { cursor: null });
}

/** *Guardar rascunhos só neste dispositivo*. Switching it off restarts the feed, since news of drafts were passed over meanwhile. */
export async function keepDraftsOnDevice(db: CitizenDatabase, onDeviceOnly: boolean): Promise<void> {
  await db.transaction('rw', db.metadata, db.drafts, db.attachments, async () => {
    await keepMetadata(db, 'draftsOnDeviceOnly', onDeviceOnly);
    if (onDeviceOnly) return;
    await restartFeed(db);
    await requestRound(db);
  });
}
