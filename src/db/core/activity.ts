import { readTabGuest, TAB_GUEST_START } from '../../lib/tab-guest.ts';
import type { Activity, DeviceDatabase } from './device-database.ts';

/** How often, at most, the server hears that the citizen is still there. */
const TELL_EVERY_MS = 5 * 60_000;

/** Reads the activity of the citizen who is here, or else of this tab's guest. A live query over it hears of both. */
export async function readActivity(db: DeviceDatabase): Promise<Activity | null> {
  return (await readActivities(db))[0] ?? null;
}

/** The citizen's first. A live query over them hears of a guest who has only begun, and reads no share. */
async function readActivities(db: DeviceDatabase): Promise<Activity[]> {
  const citizen = await readCitizenActivity(db);
  const guest = readTabGuest();
  const ofGuest = await db.device
    .where('key')
    .startsWith(TAB_GUEST_START)
    .filter(({ key }) => key === guest?.id)
    .toArray();
  return [...(citizen ? [citizen] : []), ...(ofGuest as Activity[])];
}

export async function readCitizenActivity(db: DeviceDatabase): Promise<Activity | null> {
  return ((await db.device.get('activity')) as Activity | undefined) ?? null;
}

/** A sign-in counts as activity. With `keepsActivity` only the idle time is new: the session was there already, and nobody has pressed anything. */
export async function startActivity(
  db: DeviceDatabase,
  idleMs: number,
  now: Date,
  { keepsActivity }: { keepsActivity: boolean },
): Promise<void> {
  await db.transaction('rw', db.device, async () => {
    const before = keepsActivity ? await readCitizenActivity(db) : null;
    const { at = now.getTime(), toldAt = now.getTime() } = before ?? {};
    if (before?.idleMs !== idleMs) await db.device.put({ key: 'activity', at, toldAt, idleMs });
  });
}

/**
 * True when it is time to tell the server, which one tab does for all. A citizen who was this tab's guest may have something of the guest's still:
 * it lives on with them.
 */
export function noteActivity(db: DeviceDatabase, now: Date): Promise<boolean> {
  return db.transaction('rw', db.device, async () => {
    const before = await readActivities(db);
    const at = now.getTime();
    const isTime = before[0] !== undefined && Math.abs(at - before[0].toldAt) >= TELL_EVERY_MS;
    await db.device.bulkPut(before.map((row) => ({ ...row, at, toldAt: isTime ? at : row.toldAt })));
    return isTime;
  });
}

/** How much of the idle time is left. A clock that was moved back cannot make it more than the whole. */
export function idleTimeLeft({ at, idleMs }: Activity, now: Date): number {
  return Math.min(at + idleMs - now.getTime(), idleMs);
}
