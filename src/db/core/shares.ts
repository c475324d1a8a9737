import {
  changeDevice,
  type DeviceDatabase,
  readOccupants,
  type Share,
  type SharedContent,
} from './device-database.ts';
import { GUEST_ID } from './occupant.ts';
import { listIdleGuests, listTabGuests } from './tab-guests.ts';

/** The time after which a share is never shown again. An open page erases it then, or else the next start or the next share. */
export const SHARE_LIFE_MS = 60 * 60_000;

/** The most shares that are kept, the newest ones: otherwise a page could fill the device with shares. */
const MOST_SHARES = 4;

const KEY_START = 'share ';

/** The key says everything about a share except its content: its files may be larger than a phone's memory, and must not be read to find its owner or age. */
const keyOf = (id: string, at: number, ownerId: string) => `${KEY_START}${id} ${at} ${ownerId}`;
const timeOf = (key: string) => Number(key.split(' ')[2]);
const ownerOf = (key: string) => key.split(' ')[3];

/** Whether a share is too old to be shown. A time far in the future counts as old: the clock was changed, and does not tell the share's age. */
const isOld = (key: string, now: Date) => !(Math.abs(now.getTime() - timeOf(key)) < SHARE_LIFE_MS);

async function listKeys(db: DeviceDatabase, start = KEY_START): Promise<string[]> {
  return db.device.where('key').startsWith(start).primaryKeys();
}

/**
 * Keeps a share for the current citizen or guest, read in the same transaction, and returns its id. Null where tabs of a shared device have guests:
 * only the guest's own tab could read the share, and a share opens in another.
 */
export function keepShare(db: DeviceDatabase, content: SharedContent, now: Date): Promise<string | null> {
  const id = crypto.randomUUID();
  return db.transaction('rw', db.device, async () => {
    const { current } = await readOccupants(db);
    // The row of a guest whose tab was closed goes only at the next start.
    const isGuestInTab = (await listTabGuests(db)).length > (await listIdleGuests(db, now)).length;
    if (!current && isGuestInTab) return null;
    // Unlike `noteGuest`: what is marked for erasing must not be left by a share.
    if (!current) await changeDevice(db, () => ({ hasGuest: true }));
    await eraseOldShares(db, now);
    const kept = (await listKeys(db)).sort((a, b) => timeOf(b) - timeOf(a));
    await db.device.bulkDelete(kept.slice(MOST_SHARES - 1));
    await db.device.put({ ...content, key: keyOf(id, now.getTime(), current?.id ?? GUEST_ID), id });
    return id;
  });
}

/** Returns undefined when the share belongs to somebody else, is too old, or is gone. */
export async function readShare(
  db: DeviceDatabase,
  id: string,
  ownerId: string,
  now: Date,
): Promise<Share | undefined> {
  const [key] = await listKeys(db, `${KEY_START}${id} `);
  if (key === undefined || ownerOf(key) !== ownerId || isOld(key, now)) return undefined;
  return (await db.device.get(key)) as Share | undefined;
}

/** *Desfazer*. The share keeps its time, so that it is not kept longer than without *Desfazer*. */
export async function restoreShare(db: DeviceDatabase, share: Share): Promise<void> {
  await db.device.put(share);
}

export async function forgetShare(db: DeviceDatabase, share: Share): Promise<void> {
  await db.device.delete(share.key);
}

/** Erases the shares of an owner whose database is erased. */
export async function eraseSharesOf(db: DeviceDatabase, ownerId: string): Promise<void> {
  await db.device.bulkDelete((await listKeys(db)).filter((key) => ownerOf(key) === ownerId));
}

export async function eraseOldShares(db: DeviceDatabase, now: Date): Promise<void> {
  await db.device.bulkDelete((await listKeys(db)).filter((key) => isOld(key, now)));
}

/** Returns the milliseconds until the next share is to be erased; null where there is none. */
export async function timeToNextErasure(db: DeviceDatabase, now: Date): Promise<number | null> {
  const times = (await listKeys(db)).map(timeOf);
  if (times.length === 0) return null;
  return Math.max(0, Math.min(...times) + SHARE_LIFE_MS - now.getTime());
}
