import { changeDevice, type DeviceDatabase, readOccupants } from './device-database.ts';
import { GUEST_ID } from './occupant.ts';
import type { Share, SharedContent } from './share-schema.ts';
import { listTabGuests } from './tab-guests.ts';

/** Nothing of a share is shown later, and the next start or share erases it. */
export const SHARE_LIFE_MS = 60 * 60_000;

/** A page that floods the device with shares would else fill it; the newest stay. */
const MOST_SHARES = 4;

const KEY_START = 'share ';

/** All that is asked of a share but its content stands in its key: its files, larger than a phone's memory, are read for no question. */
const keyOf = (id: string, at: number, ownerId: string) => `${KEY_START}${id} ${at} ${ownerId}`;
const timeOf = (key: string) => Number(key.split(' ')[2]);
const ownerOf = (key: string) => key.split(' ')[3];

/** What has no hold on the clock is old: one that was moved either way says nothing about how long it has been there. */
const isOld = (key: string, now: Date) => !(Math.abs(now.getTime() - timeOf(key)) < SHARE_LIFE_MS);

async function listKeys(db: DeviceDatabase, start = KEY_START): Promise<string[]> {
  return db.device.where('key').startsWith(start).primaryKeys();
}

/**
 * Keeps what was shared for whoever is current, in one transaction with the question who that is. Null where nobody may find it later: on a
 * shared device only the tab of a guest could read what is kept for them, and a share comes in another.
 */
export function keepShare(db: DeviceDatabase, content: SharedContent, now: Date): Promise<string | null> {
  const id = crypto.randomUUID();
  return db.transaction('rw', db.device, async () => {
    const { current } = await readOccupants(db);
    if (!current && (await listTabGuests(db)).length > 0) return null;
    if (!current) await changeDevice(db, () => ({ hasGuest: true }));
    await eraseOldShares(db, now);
    const kept = (await listKeys(db)).sort((a, b) => timeOf(b) - timeOf(a));
    await db.device.bulkDelete(kept.slice(MOST_SHARES - 1));
    await db.device.put({ ...content, key: keyOf(id, now.getTime(), current?.id ?? GUEST_ID), id });
    return id;
  });
}

/** Undefined when it is somebody else's, or is not there any more. */
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

/** *Desfazer*: for as long as it would have been there. */
export async function restoreShare(db: DeviceDatabase, share: Share): Promise<void> {
  await db.device.put(share);
}

export async function forgetShare(db: DeviceDatabase, share: Share): Promise<void> {
  await db.device.delete(share.key);
}

/** What was shared with somebody whose words are erased. */
export async function eraseSharesOf(db: DeviceDatabase, ownerId: string): Promise<void> {
  await db.device.bulkDelete((await listKeys(db)).filter((key) => ownerOf(key) === ownerId));
}

export async function eraseOldShares(db: DeviceDatabase, now: Date): Promise<void> {
  await db.device.bulkDelete((await listKeys(db)).filter((key) => isOld(key, now)));
}

/** When the next share is to be erased, in milliseconds from now; null where there is none. */
export async function timeToNextErasure(db: DeviceDatabase, now: Date): Promise<number | null> {
  const times = (await listKeys(db)).map(timeOf);
  if (times.length === 0) return null;
  return Math.max(0, Math.min(...times) + SHARE_LIFE_MS - now.getTime());
}
