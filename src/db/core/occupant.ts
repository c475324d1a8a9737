import { TAB_GUEST_START } from '../../lib/tab-guest.ts';

/** Nobody's id: the drafts of whoever has not signed in. */
export const GUEST_ID = 'guest';

/** All that a database says of whose it is. */
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

/** Neither nobody nor the guest. */
export function isCitizen<Db extends Owned>(db: Db | null): db is Db {
  return db !== null && !isGuest(db);
}
