import type { ChangePage } from '../../contract/types.ts';
import { takeAnswer } from '../db/core/metadata.ts';
import { applyChanges } from '../db/requests/apply-changes.ts';
import { checkChanges, checkLate } from './check-arrivals.ts';
import type { SyncContext } from './sync-context.ts';

/** Takes in a page of the feed that has changes, with its receipts checked. Returns false where the feed was restarted meanwhile. */
export async function takeInChanges(
  context: SyncContext,
  page: ChangePage,
  after: string | null,
): Promise<boolean> {
  const { db, now } = context;
  const changes = await checkChanges(context, page.changes);
  const isTaken = await takeAnswer(db, after, db.tables, () => applyChanges(db, { ...page, changes }, now()));
  await checkLate(context);
  return isTaken;
}
