import { readTabGuest, TAB_GUEST_START } from '../../lib/tab-guest.ts';
import {
  type Activity,
  type CurrentCitizen,
  type DeviceDatabase,
  readOccupants,
  rememberCitizen,
} from './device-database.ts';

/** The shortest time between two calls that tell the server that the citizen is still there. */
const TELL_EVERY_MS = 5 * 60_000;

/** Reads the activity of the current citizen, or else of this tab's guest. A live query over it notices changes of both. */
export async function readActivity(db: DeviceDatabase): Promise<Activity | null> {
  return (await readActivities(db))[0] ?? null;
}

/** Reads the activity of the citizen, then of this tab's guest. The range lets a live query notice a guest who has just begun, and leaves out the shares. */
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

/** Notes a sign-in, which counts as activity. With `keepsActivity` only the idle time is new: the session was there before, and nobody pressed anything. */
export async function startActivity(
  db: DeviceDatabase,
  idleMs: number,
  now: Date,
  { keepsActivity }: { keepsActivity: boolean },
): Promise<void> {
  await db.transaction('rw', db.device, async () => {
    const before = keepsActivity ? await readCitizenActivity(db) : null;
    const at = now.getTime();
    if (before?.idleMs !== idleMs)
      await db.device.put({ key: 'activity', at, toldAt: at, ...before, idleMs });
  });
}

/**
 * Notes that somebody pressed something. Returns true when it is time to tell the server, which one tab does for all. This tab's guest stays active
 * with the citizen, who may have been that guest and still have drafts of the guest's.
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

/** Returns the milliseconds of idle time that are left. A clock that was set back cannot make it more than the whole. */
export function idleTimeLeft({ at, idleMs }: Activity, now: Date): number {
  return Math.min(at + idleMs - now.getTime(), idleMs);
}

const MINUTE_MS = 60_000;

interface Beginning {
  idleMinutes: number;
  now: Date;
  /** Who was current when the answer that is followed was looked at. Left out where the citizen has just signed in, which counts whoever was here. */
  before?: CurrentCitizen | null | undefined;
}

/**
 * Makes current the citizen whom the server knows, and begins their idle time. Returns false, and changes nothing, where somebody has signed in or out in
 * another tab since: whoever signs out must not be brought back by an answer that came before.
 */
export function beginSession(
  db: DeviceDatabase,
  citizen: CurrentCitizen,
  { idleMinutes, now, before }: Beginning,
): Promise<boolean> {
  return db.transaction('rw', db.device, async () => {
    const { current, signOutFirst } = await readOccupants(db);
    if (before !== undefined && (current?.id !== before?.id || signOutFirst)) return false;
    await startActivity(db, idleMinutes * MINUTE_MS, now, { keepsActivity: before?.id === citizen.id });
    await rememberCitizen(db, citizen);
    return true;
  });
}
