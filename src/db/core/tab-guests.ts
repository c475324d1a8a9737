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

/** Notes that somebody begins on a shared device without signing in. The device learns only when they last did something. */
export async function noteTabGuest(db: DeviceDatabase, { id }: TabGuest, now: Date): Promise<void> {
  const at = now.getTime();
  await db.device.put({ key: id, at, toldAt: at, idleMs: IDLE_MS });
}

interface DeviceOccupant {
  citizen: CurrentCitizen | null;
  /** The guest of this tab, or else of the device. Beside a citizen: the guest whose drafts nobody has taken over yet. */
  guestId: string | null;
  /** The ids of owners whose databases are to be erased. */
  toErase: readonly string[];
}

/** Reads who is here in this tab, as far as the device knows. */
export async function readOccupant(db: DeviceDatabase): Promise<DeviceOccupant> {
  const { current, hasGuest, toErase } = await readOccupants(db);
  const tabGuest = readTabGuest();
  // The guest's row is gone once any tab has erased what they wrote.
  const isInTab = tabGuest !== null && (await db.device.get(tabGuest.id)) !== undefined;
  return { citizen: current, guestId: isInTab ? tabGuest.id : hasGuest ? GUEST_ID : null, toErase };
}

/** Lists the guests of all tabs, closed ones included. */
export function listTabGuests(db: DeviceDatabase): Promise<string[]> {
  return db.device.where('key').startsWith(TAB_GUEST_START).primaryKeys();
}

/** Lists guests who were idle for too long. Activity far in the future counts as idle: the clock was wrong, and does not tell how long they were away. */
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
