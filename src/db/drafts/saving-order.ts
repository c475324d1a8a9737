import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow } from '../core/schema.ts';
import { listAccountWork } from './account-work.ts';

/** Lists what the account lacks, each draft after its second drafts: the account's text of the original, which this one replaces, may be only in such a one. */
export async function listInSavingOrder(db: CitizenDatabase): ReturnType<typeof listAccountWork> {
  const { save, remove } = await listAccountWork(db);
  if (save.length < 2) return { save, remove };
  const byId = new Map((await db.drafts.toArray()).map((draft) => [draft.id, draft]));
  return { save: save.sort((a, b) => depthOf(b, byId) - depthOf(a, byId)), remove };
}

/** Counts the drafts from which a draft was split, one after the other. */
function depthOf(draft: DraftRow, byId: ReadonlyMap<string, DraftRow>): number {
  let depth = 0;
  // No chain is longer than there are drafts.
  for (let at: DraftRow | undefined = draft; at?.copyOf && depth <= byId.size; at = byId.get(at.copyOf))
    depth += 1;
  return depth;
}
