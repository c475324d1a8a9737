import { isBegun } from '../../../domain/written/content.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepsDraftsInAccount } from '../core/metadata.ts';
import type { DraftRow } from '../core/schema.ts';
import { filterWithFiles, isOpen } from './drafts.ts';

/** Whether the account has all of a draft, files too (*Guardado na sua conta*). */
export function isInAccount({ account, revision }: DraftRow): boolean {
  return account?.revision === revision && account.refusedRevision !== revision;
}

/** Whether this device has a revision of the draft that the account neither has nor refused. */
function isAhead({ account, revision }: DraftRow): boolean {
  return account?.revision !== revision && account?.refusedRevision !== revision;
}

/** Counts the drafts from which a draft was split, one after the other. */
function depthOf(draft: DraftRow, byId: ReadonlyMap<string, DraftRow>): number {
  let depth = 0;
  // No chain is longer than there are drafts.
  for (let at: DraftRow | undefined = draft; at?.copyOf && depth <= byId.size; at = byId.get(at.copyOf))
    depth += 1;
  return depth;
}

/** Lists drafts that the account does not have as they are on this device, each after its second drafts. Empty while drafts are kept on the device only. */
export async function listAccountWork(db: CitizenDatabase) {
  if (!(await keepsDraftsInAccount(db))) return { save: [], remove: [] };
  const drafts = await db.drafts.toArray();
  const open = drafts.filter((draft) => isOpen(draft) && isAhead(draft));
  const remove = drafts.filter(({ deletedAt, account }) => deletedAt !== null && account?.etag != null);
  // Photos of paper never leave this device.
  const save = await filterWithFiles(db, open, (draft, files) =>
    isBegun(
      draft,
      files.filter((file) => 'sha256' in file),
    ),
  );
  // The account's text of the original, which this one replaces, may be only in the second draft.
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  save.sort((a, b) => depthOf(b, byId) - depthOf(a, byId));
  return { save, remove };
}

export async function hasAccountWork(db: CitizenDatabase): Promise<boolean> {
  const { save, remove } = await listAccountWork(db);
  return save.length + remove.length > 0;
}
