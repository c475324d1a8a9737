import type { CitizenDatabase } from '../core/citizen-database.ts';
import { patchSyncState } from '../core/metadata.ts';

/**
 * Reads the change feed from its beginning, and forgets which version of each draft the account has: a server that was restored gives the
 * same tag to other words. A draft that was deleted here keeps its tag, with which it is deleted there.
 */
export async function restartFeed(db: CitizenDatabase): Promise<void> {
  await db.transaction('rw', db.metadata, db.drafts, async () => {
    await db.drafts.filter(({ deletedAt }) => deletedAt === null).modify({ account: null });
    await patchSyncState(db, { cursor: null });
  });
}
