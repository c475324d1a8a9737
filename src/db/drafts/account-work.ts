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

/** Lists drafts that the account does not have as they are on this device. While drafts are kept on the device only, none is to be saved. */
export async function listAccountWork(db: CitizenDatabase) {
  const drafts = await db.drafts.toArray();
  const remove = drafts.filter(({ deletedAt, account }) => deletedAt !== null && account?.etag != null);
  if (!(await keepsDraftsInAccount(db))) return { save: [], remove };
  // Photos of paper never leave this device.
  const open = drafts.filter((draft) => isOpen(draft) && isAhead(draft));
  const save = await filterWithFiles(db, open, (draft, files) =>
    isBegun(
      draft,
      files.filter((file) => 'sha256' in file),
    ),
  );
  return { save, remove };
}

export async function hasAccountWork(db: CitizenDatabase): Promise<boolean> {
  const { save, remove } = await listAccountWork(db);
  return save.length + remove.length > 0;
}
