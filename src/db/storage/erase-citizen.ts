import { CitizenDatabase, GUEST_ID } from '../core/citizen-database.ts';
import {
  type DeviceDatabase,
  forgetCitizen,
  noteErased,
  readActivity,
  readOccupants,
} from '../core/device-database.ts';
import { forgetAllLastWords } from '../drafts/last-words.ts';

/**
 * Empties the database, then removes it; false when another tab still holds it. Emptied first, because another tab that keeps the
 * database open can delay the removal without end.
 */
export async function eraseCitizen(citizenId: string): Promise<boolean> {
  forgetAllLastWords(citizenId);
  const db = new CitizenDatabase(citizenId);
  const emptied = db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  // What cannot be opened can still be removed.
  await emptied.catch(() => undefined);
  return new Promise((resolve, reject) => {
    db.on('blocked', () => {
      resolve(false);
      return false;
    });
    db.delete().then(() => resolve(true), reject);
  });
}

/** Carries out what is marked; what cannot be done now stays marked for the next start. */
export async function eraseMarked(device: DeviceDatabase): Promise<void> {
  const { toErase } = await readOccupants(device);
  for (const id of toErase) {
    const isGone = await eraseCitizen(id).catch(() => false);
    if (isGone) await noteErased(device, id);
  }
}

/** Forgets whoever is current and marks all their words on this device for erasing. */
export async function forgetWithWords(device: DeviceDatabase): Promise<void> {
  const { current, hasGuest } = await readOccupants(device);
  const theirs = [...(current ? [current.id] : []), ...(hasGuest ? [GUEST_ID] : [])];
  await forgetCitizen(device, true, theirs);
}

/** Whoever left a shared device without signing out must not be found by the next person. */
export async function forgetWhoLeftShared(device: DeviceDatabase, now: Date): Promise<void> {
  const { current } = await readOccupants(device);
  if (!current?.shared) return;
  const activity = await readActivity(device);
  // A clock that is wrong either way says nothing about how long they have been away: then, too, nothing is shown.
  const isRecent = activity !== null && Math.abs(now.getTime() - activity.at) < activity.idleMs;
  if (!isRecent) await forgetWithWords(device);
}
