import { lockIfThere } from '../citizens.ts';
import type { Context } from '../context.ts';
import { forgetDraft } from '../drafts/account-drafts.ts';

const DAY_MS = 24 * 60 * 60_000;
const AT_ONCE = 500;

/** Deletes drafts as if their citizens had done so, and returns how many. A draft that another device has saved since stays. */
export async function forgetOldDrafts(context: Context): Promise<number> {
  const before = new Date(context.clocks.officeNow() - context.retention.draftDays * DAY_MS).toISOString();
  const old = context.db
    .selectFrom('drafts')
    .select(['citizenId', 'id'])
    .where('content', 'is not', null)
    .where('savedAt', '<=', before)
    .limit(AT_ONCE);
  let forgotten = 0;
  for (let found = await old.execute(); found.length > 0; found = await old.execute()) {
    for (const { citizenId, id } of found) {
      await context.db.transaction().execute(async (tx) => {
        await lockIfThere(tx, citizenId);
        if (await forgetDraft(context, tx, citizenId, id, ({ savedAt }) => savedAt <= before)) forgotten += 1;
      });
    }
  }
  return forgotten;
}
