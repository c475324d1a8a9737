import { isBegun } from '../../../domain/written/words.ts';
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

/** Whether a draft was deleted on this device and the account still has it. */
function isToRemove({ deletedAt, account }: DraftRow): boolean {
  return deletedAt !== null && account?.etag != null;
}

export async function listToRemove(db: CitizenDatabase): Promise<DraftRow[]> {
  return (await db.drafts.toArray()).filter(isToRemove);
}

/** Returns those of all drafts that the account does not have as they are on this device. While drafts are kept on the device only, none is to be saved. */
export async function listToSave(db: CitizenDatabase, drafts: readonly DraftRow[]): Promise<DraftRow[]> {
  if (!(await keepsDraftsInAccount(db))) return [];
  const open = drafts.filter((draft) => isOpen(draft) && isAhead(draft));
  // Photos of paper never leave this device.
  return filterWithFiles(db, open, (draft, files) =>
    isBegun(
      draft,
      files.filter((file) => 'sha256' in file),
    ),
  );
}

export async function hasAccountWork(db: CitizenDatabase): Promise<boolean> {
  // This is asked at each save: all drafts are read once.
  const drafts = await db.drafts.toArray();
  return drafts.some(isToRemove) || (await listToSave(db, drafts)).length > 0;
}
