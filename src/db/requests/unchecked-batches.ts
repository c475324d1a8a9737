import type { CitizenDatabase } from '../core/citizen-database.ts';

/**
 * The keys of batches. They lie in the table of single values: a table of their own would be a version of the database that the worker of an older build
 * does not open. It stands apart from what reads batches, since every page looks whether there are any.
 */
export const BATCH_KEYS = 'uncheckedBatch/';

/** Names the batches of what was kept before anybody checked its receipts. */
export function uncheckedBatches(db: CitizenDatabase) {
  return db.metadata.where('key').startsWith(BATCH_KEYS);
}
