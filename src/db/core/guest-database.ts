import { readTabGuest } from '../../lib/tab-guest.ts';
import { CitizenDatabase } from './citizen-database.ts';
import { GUEST_ID } from './occupant.ts';
import { createRowSeal } from './sealed-rows.ts';

/** Opens the database of the guest: somebody who writes in this tab without having signed in. On a shared device only this tab can read it. */
export function openGuest(): CitizenDatabase {
  const guest = readTabGuest();
  return guest
    ? new CitizenDatabase(guest.id, undefined, createRowSeal(guest.key))
    : new CitizenDatabase(GUEST_ID);
}
