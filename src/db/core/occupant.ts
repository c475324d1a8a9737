import { TAB_GUEST_START } from '../../lib/tab-guest.ts';

/** The owner of drafts that were written without signing in. */
export const GUEST_ID = 'guest';

/** A citizen's database, or a guest's: it bears the id of its owner. */
interface Owned {
  citizenId: string;
}

export function isGuest(db: Owned | null): boolean {
  return db?.citizenId === GUEST_ID || isTabGuest(db);
}

/** The guest of one tab, on a shared device. */
export function isTabGuest(db: Owned | null): boolean {
  return db?.citizenId.startsWith(TAB_GUEST_START) ?? false;
}

/** True of the database of a citizen who signed in; false of a guest's, and of none. */
export function isCitizen<Db extends Owned>(db: Db | null): db is Db {
  return db !== null && !isGuest(db);
}
