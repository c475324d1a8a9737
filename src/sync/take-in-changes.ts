import type { ChangePage } from '../../contract/types.ts';
import { applyChanges } from '../db/requests/apply-changes.ts';
import { checkChanges, checkLate } from './check-arrivals.ts';
import type { SyncContext } from './sync-context.ts';

/** Takes in a page of the feed that has changes, with its receipts checked. */
export async function takeInChanges(context: SyncContext, page: ChangePage): Promise<void> {
  const changes = await checkChanges(context, page.changes);
  await applyChanges(context.db, { ...page, changes }, context.now());
  await checkLate(context);
}
