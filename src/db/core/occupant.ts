import { TAB_GUEST_START } from '../../lib/tab-guest.ts';

/** The owner of drafts that were written without signing in. */
export const GUEST_ID = 'guest';

/** The database of a citizen or a guest, with the id of its owner. */
interface Owned {
  citizenId: string;
}

export function isGuest(db: Owned | null): boolean {
  return db?.citizenId === GUEST_ID || isTabGuest(db);
}

/** Whether a database belongs to the guest of one tab, on a shared device. */
export function isTabGuest(db: Owned | null): boolean {
  return db?.citizenId.startsWith(TAB_GUEST_START) ?? false;
}

/** Whether a database belongs to a citizen who signed in: not to a guest, and not null. */
export function isCitizen<Db extends Owned>(db: Db | null): db is Db {
  return db !== null && !isGuest(db);
}
