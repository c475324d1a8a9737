import type { Change, ChangePage } from '../../contract/types.ts';
import { assertNever } from '../../lib/assert-never.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { noteFeed } from '../core/metadata.ts';
import { accountTables, takeAccountDeletion, takeAccountDraft } from '../drafts/account-drafts.ts';
import { messageTables, putMessage } from './messages.ts';
import { putRequest, requestTables } from './requests.ts';
import { takeUnknown } from './take-unknown.ts';

async function applyChange(db: CitizenDatabase, change: Change, now: Date): Promise<void> {
  switch (change.type) {
    case 'request':
      await putRequest(db, change.request);
      return;
    case 'message':
      await putMessage(db, change.message);
      return;
    case 'draft':
      await takeAccountDraft(db, change.draft, now);
      return;
    case 'draftDeleted':
      await takeAccountDeletion(db, change.draftId, now);
      return;
    default:
      assertNever(change);
  }
}

function tables(db: CitizenDatabase) {
  return [...new Set([...requestTables(db), ...messageTables(db), ...accountTables(db)])];
}

/** Takes in a page of the feed together with its cursor, so that a kill in between repeats the page and loses nothing. */
export async function applyChanges(db: CitizenDatabase, page: ChangePage, now: Date): Promise<void> {
  await db.transaction('rw', tables(db), async () => {
    for (const change of await takeUnknown(db, page.changes)) await applyChange(db, change, now);
    await noteFeed(db, page, now);
  });
}
