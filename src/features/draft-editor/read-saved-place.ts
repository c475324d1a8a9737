import { type CitizenDatabase, GUEST_ID } from '../../db/core/citizen-database.ts';
import { keepsDraftsInAccount } from '../../db/core/metadata.ts';
import { readDraft } from '../../db/drafts/drafts.ts';

export interface SavedPlace {
  /** ISO; when this device last wrote the draft. */
  savedAt: string;
  /** ISO; since when the account has all of it. Null: it has less, or nothing. */
  inAccountSince: string | null;
  onDeviceOnly: boolean;
}

export async function readSavedPlace(db: CitizenDatabase, draftId: string): Promise<SavedPlace | undefined> {
  const draft = await readDraft(db, draftId);
  if (!draft) return undefined;
  const { account, revision, updatedAt } = draft;
  return {
    savedAt: updatedAt,
    inAccountSince: account?.revision === revision ? account.savedAt : null,
    onDeviceOnly: db.citizenId === GUEST_ID || !(await keepsDraftsInAccount(db)),
  };
}
