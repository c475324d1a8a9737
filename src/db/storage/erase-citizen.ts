import { eraseEarlyWords } from '../../lib/early-words.ts';
import { CitizenDatabase } from '../core/citizen-database.ts';
import { type DeviceDatabase, noteErased, readOccupants } from '../core/device-database.ts';
import { GUEST_ID } from '../core/occupant.ts';
import { eraseSharesOf } from '../core/shares.ts';
import { forgetAllLastWords } from '../drafts/last-words.ts';

/**
 * Empties a database, then removes it; returns false when another tab still has it open. It is emptied first, because such a tab can delay the removal
 * without end.
 */
export async function eraseCitizen(citizenId: string): Promise<boolean> {
  forgetAllLastWords(citizenId);
  if (citizenId === GUEST_ID) await eraseEarlyWords();
  const db = new CitizenDatabase(citizenId);
  const emptied = db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  // A database that cannot be opened can still be removed.
  await emptied.catch(() => undefined);
  return new Promise((resolve, reject) => {
    db.on('blocked', () => {
      resolve(false);
      return false;
    });
    db.delete().then(() => {
      // A tab that hid before it was told to let go of the database has put its words down since.
      forgetAllLastWords(citizenId);
      resolve(true);
    }, reject);
  });
}

/**
 * Erases the databases that are marked and those of `unmarked`. One that cannot be erased now, or of which the device takes no note, stays marked for the
 * next start. Resolves to whether all are erased.
 */
export async function eraseMarked(
  device: DeviceDatabase,
  unmarked: readonly string[] = [],
): Promise<boolean> {
  const { toErase } = await readOccupants(device);
  let areErased = true;
  for (const id of new Set([...toErase, ...unmarked])) {
    if (await eraseWithShares(device, id)) await noteErased(device, id).catch(() => undefined);
    else areErased = false;
  }
  return areErased;
}

/** Erases what was shared for somebody, and their database; returns false where either cannot be removed now. */
export async function eraseWithShares(device: DeviceDatabase, id: string): Promise<boolean> {
  // A browser that deletes no row may delete the database all the same.
  const areSharesGone = await eraseSharesOf(device, id).then(
    () => true,
    () => false,
  );
  return (await eraseCitizen(id).catch(() => false)) && areSharesGone;
}
