import { changeDevice, type DeviceDatabase, readOccupants } from './device-database.ts';
import { GUEST_ID } from './occupant.ts';
import type { Share, SharedContent } from './share-schema.ts';
import { listTabGuests } from './tab-guests.ts';

/** Nothing of a share is shown later, and the next start or share erases it. */
export const SHARE_LIFE_MS = 60 * 60_000;

/** A page that floods the device with shares would else fill it; the newest stay. */
const MOST_SHARES = 4;

const KEY_START = 'share ';
const keyOf = (id: string) => KEY_START + id;

/** What has no hold on the clock is old: one that was moved either way says nothing about how long it has been there. */
const isOld = ({ at }: Share, now: Date) => Math.abs(now.getTime() - at) >= SHARE_LIFE_MS;

const shareRows = (db: DeviceDatabase) => db.device.where('key').startsWith(KEY_START);

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
    const kept = ((await shareRows(db).toArray()) as Share[]).sort((a, b) => b.at - a.at);
    await db.device.bulkDelete(kept.slice(MOST_SHARES - 1).map(({ key }) => key));
    const ownerId = current?.id ?? GUEST_ID;
    await db.device.put({ ...content, key: keyOf(id), id, ownerId, at: now.getTime() });
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
  const share = (await db.device.get(keyOf(id))) as Share | undefined;
  return share?.ownerId === ownerId && !isOld(share, now) ? share : undefined;
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
  await shareRows(db)
    .filter((row) => (row as Share).ownerId === ownerId)
    .delete();
}

export async function eraseOldShares(db: DeviceDatabase, now: Date): Promise<void> {
  await shareRows(db)
    .filter((row) => isOld(row as Share, now))
    .delete();
}

/** When the next share is to be erased, in milliseconds from now; null where there is none. */
export async function timeToNextErasure(db: DeviceDatabase, now: Date): Promise<number | null> {
  const shares = (await shareRows(db).toArray()) as Share[];
  if (shares.length === 0) return null;
  const oldest = Math.min(...shares.map(({ at }) => at));
  return Math.max(0, oldest + SHARE_LIFE_MS - now.getTime());
}
