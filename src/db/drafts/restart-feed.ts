import type { CitizenDatabase } from '../core/citizen-database.ts';
import { patchSyncState } from '../core/metadata.ts';

/**
 * The account is heard from its beginning. What this device believes that the account has of its drafts is believed no more: a server that was restored gives
 * the same tag to other words. What was deleted here keeps its tag, with which it is deleted there.
 */
export async function restartFeed(db: CitizenDatabase): Promise<void> {
  await db.transaction('rw', db.metadata, db.drafts, async () => {
    await db.drafts.filter(({ deletedAt }) => deletedAt === null).modify({ account: null });
    await patchSyncState(db, { cursor: null });
  });
}
