import { isBegun } from '../../domain/written/content.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepsDraftsInAccount } from '../core/metadata.ts';
import type { DraftRow } from '../core/schema.ts';
import { filterWithFiles, isOpen } from './drafts.ts';

/** Whether the account has less than this device. */
export function isAhead(draft: DraftRow): boolean {
  const { account } = draft;
  if (account?.refusedRevision === draft.revision) return false;
  return account?.revision !== draft.revision;
}

function mayNeedSaving(draft: DraftRow): boolean {
  return isOpen(draft) && isAhead(draft);
}

function needsDeleting(draft: DraftRow): boolean {
  return draft.deletedAt !== null && draft.account?.etag != null;
}

/** Drafts whose news the account does not have yet. Empty while drafts are kept on the device only. */
export async function listAccountWork(db: CitizenDatabase) {
  if (!(await keepsDraftsInAccount(db))) return { save: [], remove: [] };
  const drafts = await db.drafts.toArray();
  const save = await filterWithFiles(db, drafts.filter(mayNeedSaving), isBegun);
  return { save, remove: drafts.filter(needsDeleting) };
}

export async function hasAccountWork(db: CitizenDatabase): Promise<boolean> {
  const { save, remove } = await listAccountWork(db);
  return save.length + remove.length > 0;
}
