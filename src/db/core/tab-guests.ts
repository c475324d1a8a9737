import { IDLE_MINUTES } from '../../../domain/session-life.ts';
import { readTabGuest, TAB_GUEST_START, type TabGuest } from '../../lib/tab-guest.ts';
import {
  type Activity,
  type CurrentCitizen,
  changeDevice,
  type DeviceDatabase,
  readOccupants,
} from './device-database.ts';
import { GUEST_ID } from './occupant.ts';

const IDLE_MS = IDLE_MINUTES.shared * 60_000;

/** Somebody begins on a shared device without signing in. The device knows only when they last did something. */
export async function noteTabGuest(db: DeviceDatabase, { id }: TabGuest, now: Date): Promise<void> {
  const at = now.getTime();
  await db.device.put({ key: id, at, toldAt: at, idleMs: IDLE_MS });
}

interface DeviceOccupant {
  citizen: CurrentCitizen | null;
  /** Of this tab, or else of all: whoever writes without having signed in. Beside a citizen: whose drafts have not been taken over yet. */
  guestId: string | null;
  /** Whose words are to be erased, in ids. */
  toErase: readonly string[];
}

/** All that the device says of who is here in this tab. */
export async function readOccupant(db: DeviceDatabase): Promise<DeviceOccupant> {
  const { current, hasGuest, toErase } = await readOccupants(db);
  const tabGuest = readTabGuest();
  // Unless what they wrote was erased, by whomever.
  const isInTab = tabGuest !== null && (await db.device.get(tabGuest.id)) !== undefined;
  return { citizen: current, guestId: isInTab ? tabGuest.id : hasGuest ? GUEST_ID : null, toErase };
}

/** Lists the guests of all tabs, closed ones included. */
export function listTabGuests(db: DeviceDatabase): Promise<string[]> {
  return db.device.where('key').startsWith(TAB_GUEST_START).primaryKeys();
}

/** A clock that is wrong either way says nothing about how long they have been away. */
export function listIdleGuests(db: DeviceDatabase, now: Date): Promise<string[]> {
  return db.device
    .where('key')
    .startsWith(TAB_GUEST_START)
    .filter((row) => Math.abs(now.getTime() - (row as Activity).at) >= IDLE_MS)
    .primaryKeys();
}

/** Forgets these guests and marks their databases for erasing, in one transaction. */
export async function forgetTabGuests(db: DeviceDatabase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction('rw', db.device, async () => {
    await changeDevice(db, ({ toErase }) => ({ toErase: [...new Set([...toErase, ...ids])] }));
    await db.device.bulkDelete([...ids]);
  });
}
