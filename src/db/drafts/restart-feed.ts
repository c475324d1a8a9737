import type { CitizenDatabase } from '../core/citizen-database.ts';
import { patchSyncState } from '../core/metadata.ts';

/**
 * Has the feed read from its beginning, and forgets which version of each draft the account has: a server that was restored gives the same tag to
 * other words. A draft that was deleted on this device keeps its tag, which is needed to delete it in the account.
 */
export async function restartFeed(db: CitizenDatabase): Promise<void> {
  await db.transaction('rw', db.metadata, db.drafts, async () => {
    await db.drafts.filter(({ deletedAt }) => deletedAt === null).modify({ account: null });
    await patchSyncState(db, { cursor: null });
  });
}
