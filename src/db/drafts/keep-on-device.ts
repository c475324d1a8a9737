import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, patchSyncState, requestRound } from '../core/metadata.ts';

/** *Guardar rascunhos só neste dispositivo*. Once it is no longer so, the account is heard anew: what it said of drafts meanwhile was passed over. */
export async function keepDraftsOnDevice(db: CitizenDatabase, onDeviceOnly: boolean): Promise<void> {
  await db.transaction('rw', db.metadata, db.drafts, async () => {
    await keepMetadata(db, 'draftsOnDeviceOnly', onDeviceOnly);
    if (onDeviceOnly) return;
    // It may have other words of them by now, or none.
    await db.drafts.toCollection().modify({ account: null });
    await patchSyncState(db, { cursor: null });
    await requestRound(db);
  });
}
