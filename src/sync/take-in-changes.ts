import type { ChangePage } from '../../contract/types.ts';
import { takeAnswer } from '../db/core/metadata.ts';
import { applyChanges } from '../db/requests/apply-changes.ts';
import { noteBatches } from '../db/requests/receipt-batches.ts';
import { checkChanges, checkLate, listSigned, withoutChecks } from './check-arrivals.ts';
import type { SyncContext } from './sync-context.ts';

/** The receipts of so few changes are checked before anybody sees them; those of more would keep the citizen waiting. */
const CHECKED_AT_ONCE = 20;

/** Takes in a page of the feed that has changes. Returns false where the feed was restarted meanwhile. */
export async function takeInChanges(
  context: SyncContext,
  page: ChangePage,
  after: string | null,
): Promise<boolean> {
  const { db, now } = context;
  const isLong = page.changes.length > CHECKED_AT_ONCE;
  const told = page.changes.map(withoutChecks);
  const changes = isLong ? told : await checkChanges(context, told);
  const isTaken = await takeAnswer(db, after, db.tables, async () => {
    await applyChanges(db, { ...page, changes }, now());
    if (isLong) await noteBatches(db, listSigned(changes), now());
  });
  await checkLate(context);
  return isTaken;
}
