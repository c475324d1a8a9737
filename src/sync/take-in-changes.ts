import type { ChangePage } from '../../contract/types.ts';
import { applyChanges } from '../db/requests/apply-changes.ts';
import { checkChanges } from './check-arrivals.ts';
import type { SyncContext } from './sync-context.ts';

/** Takes in a page that brings something, once its receipts are checked. */
export async function takeInChanges(context: SyncContext, page: ChangePage): Promise<void> {
  const changes = await checkChanges(context, page.changes);
  await applyChanges(context.db, { ...page, changes }, context.now());
}
