import { eraseEarlyWords } from '../../lib/early-words.ts';
import { CitizenDatabase } from '../core/citizen-database.ts';
import { type DeviceDatabase, noteErased, readOccupants } from '../core/device-database.ts';
import { GUEST_ID } from '../core/occupant.ts';
import { eraseSharesOf } from '../core/shares.ts';
import { forgetAllLastWords } from '../drafts/last-words.ts';

/** What became of a database. `emptied`: another tab still has it open, with nothing in it. */
type Erased = 'removed' | 'emptied' | 'left';

/** Empties a database, then removes it. It is emptied first, because a tab that has it open can delay the removal without end. */
export async function eraseCitizen(citizenId: string): Promise<Erased> {
  forgetAllLastWords(citizenId);
  if (citizenId === GUEST_ID) await eraseEarlyWords();
  const db = new CitizenDatabase(citizenId);
  const emptied = db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  // A database that cannot be opened can still be removed.
  const blocked = await emptied.then(
    () => 'emptied' as const,
    () => 'left' as const,
  );
  return new Promise((resolve, reject) => {
    db.on('blocked', () => {
      resolve(blocked);
      return false;
    });
    db.delete().then(() => {
      // A tab that hid before it was told to let go of the database has put its words down since.
      forgetAllLastWords(citizenId);
      resolve('removed');
    }, reject);
  });
}

/**
 * Erases the databases that are marked and those of `unmarked`. One that cannot be removed now, or of which the device takes no note, stays marked for the
 * next start. Resolves to whether nothing is left in any.
 */
export async function eraseMarked(
  device: DeviceDatabase,
  unmarked: readonly string[] = [],
): Promise<boolean> {
  const { toErase } = await readOccupants(device);
  let areErased = true;
  for (const id of new Set([...toErase, ...unmarked])) {
    const erased = await eraseWithShares(device, id);
    if (erased === 'removed') await noteErased(device, id).catch(() => undefined);
    areErased &&= erased !== 'left';
  }
  return areErased;
}

/** Erases what was shared for somebody, and their database. */
async function eraseWithShares(device: DeviceDatabase, id: string): Promise<Erased> {
  // A browser that deletes no row may delete the database all the same.
  const areSharesGone = await eraseSharesOf(device, id).then(
    () => true,
    () => false,
  );
  const erased = await eraseCitizen(id).catch(() => 'left' as const);
  return areSharesGone ? erased : 'left';
}
