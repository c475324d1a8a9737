import { type CitizenDatabase, GUEST_ID } from '../../db/core/citizen-database.ts';
import { keepsDraftsInAccount } from '../../db/core/metadata.ts';
import { isInAccount } from '../../db/drafts/account-work.ts';
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
  return {
    savedAt: draft.updatedAt,
    inAccountSince: isInAccount(draft) ? (draft.account?.savedAt ?? null) : null,
    onDeviceOnly: db.citizenId === GUEST_ID || !(await keepsDraftsInAccount(db)),
  };
}
