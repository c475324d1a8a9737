import { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { openGuest } from '../../db/core/guest-database.ts';
import { adoptGuest } from '../../db/drafts/adopt-guest.ts';

/** Gives a citizen what they wrote as a guest and signed in to send. */
export async function adoptDraft(citizenId: string, draftId: string, now: Date): Promise<void> {
  const db = new CitizenDatabase(citizenId);
  const guest = openGuest();
  try {
    await adoptGuest(db, guest, now, draftId);
  } finally {
    db.close();
    guest.close();
  }
}
