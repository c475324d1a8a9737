import { CitizenDatabase, GUEST_ID } from '../../db/core/citizen-database.ts';
import { type DeviceDatabase, noteGuestAdopted } from '../../db/core/device-database.ts';

/** Moves what was begun without a session to this citizen. False: some of it is still to come, and the next start tries again. */
export async function adoptDrafts(device: DeviceDatabase, citizenId: string, now: Date): Promise<boolean> {
  const db = new CitizenDatabase(citizenId);
  const guest = new CitizenDatabase(GUEST_ID);
  try {
    const { adoptGuest } = await import('../../db/drafts/adopt-guest.ts');
    await adoptGuest(db, guest, now);
    await noteGuestAdopted(device);
    return true;
  } catch {
    // A full device, or code that could not be fetched. The drafts stay where they are, and the citizen is told.
    return false;
  } finally {
    db.close();
    guest.close();
  }
}
