import Dexie, { type Table } from 'dexie';
import type { Person } from '../../../contract/types.ts';
import { DEVICE_DATABASE, hasEarlyWords } from '../../lib/database-names.ts';
import { prerenderedDraftId } from '../../lib/prerendered-page.ts';
import { writeStartHint } from '../../lib/start-hint.ts';
import type { DatabaseEngine } from './citizen-database.ts';
import { endWithPage } from './end-with-page.ts';
import { GUEST_ID } from './occupant.ts';
import type { Share } from './share-schema.ts';

/** Whose drafts to open on this device, also while offline. */
export interface CurrentCitizen extends Person {
  /** *Este dispositivo é partilhado*. */
  shared: boolean;
}

/**
 * `andKeep`: what was written stays here. `andForget`: where nobody keeps anything, the browser is to forget this site too. `asIdle`: nobody was there any
 * more, and what was submitted still goes.
 */
type SigningOut = boolean | 'andKeep' | 'andForget' | 'asIdle';

interface DeviceRow {
  key: 'device';
  current: CurrentCitizen | null;
  /** Signing out could not reach the server: the session must end before any other call. */
  signOutFirst: SigningOut;
  /** Somebody has begun a draft without signing in, and nobody has taken it over yet. */
  hasGuest: boolean;
  /** Owners whose databases must be erased before anything is shown. */
  toErase: string[];
}

/** When something was last pressed: one row for all tabs of a citizen, one for each guest of a tab, by their id. Milliseconds, by the device's clock. */
export interface Activity {
  key: string;
  /** The last key or press. */
  at: number;
  /** When the server last heard of it. */
  toldAt: number;
  /** How long nothing may happen before the session ends: the server's figure for this kind of device. */
  idleMs: number;
}

export class DeviceDatabase extends Dexie {
  declare readonly device: Table<DeviceRow | Activity | Share, string>;

  constructor(engine?: DatabaseEngine) {
    super(DEVICE_DATABASE, { ...engine, chromeTransactionDurability: 'strict' });
    this.version(1).stores({ device: 'key' });
    endWithPage(this);
  }
}

const NEW_DEVICE: DeviceRow = {
  key: 'device',
  current: null,
  signOutFirst: false,
  hasGuest: false,
  toErase: [],
};

/** Whose drafts are here, and what is still to be done for whoever has left. */
export async function readOccupants(db: DeviceDatabase): Promise<DeviceRow> {
  const stored = (await db.device.get('device')) as Partial<DeviceRow> | undefined;
  // A row that an older build wrote lacks what came later.
  return { ...NEW_DEVICE, ...stored };
}

export async function changeDevice(db: DeviceDatabase, change: (row: DeviceRow) => Partial<DeviceRow>) {
  await db.transaction('rw', db.device, async () => {
    const before = await readOccupants(db);
    const row = { ...before, ...change(before) };
    await db.device.put(row);
    markDevice(row);
  });
}

/** Marks outside the databases whether the next start must open this one first, and for whom. */
function markDevice({ current, hasGuest, signOutFirst, toErase }: Omit<DeviceRow, 'key'>): void {
  const isLeaving = signOutFirst !== false || toErase.length > 0;
  writeStartHint(current ? 'citizen' : hasGuest ? 'guest' : isLeaving ? 'leaving' : null);
}

export async function readCurrentCitizen(db: DeviceDatabase): Promise<CurrentCitizen | null> {
  return (await readOccupants(db)).current;
}

export function rememberCitizen(db: DeviceDatabase, current: CurrentCitizen): Promise<void> {
  return changeDevice(db, (row) => {
    // Whoever left a shared device without signing out leaves nothing to the next.
    const left = row.current?.shared ? [row.current.id] : [];
    const toErase = [...row.toErase, ...left];
    return { ...spare({ toErase }, current.id), current, signOutFirst: false };
  });
}

function spare({ toErase }: Pick<DeviceRow, 'toErase'>, citizenId: string) {
  return { toErase: toErase.filter((id) => id !== citizenId) };
}

/** Nobody is current any more. `toErase` is marked in the same step: a tab closed in between must not leave words behind. */
export async function forgetCitizen(db: DeviceDatabase, signOutFirst: SigningOut, toErase: string[] = []) {
  await db.transaction('rw', db.device, async () => {
    await changeDevice(db, (row) => ({
      current: null,
      signOutFirst,
      hasGuest: row.hasGuest && !toErase.includes(GUEST_ID),
      toErase: [...new Set([...row.toErase, ...toErase])],
    }));
    await db.device.bulkDelete(['activity', ...toErase]);
  });
}

export function noteErased(db: DeviceDatabase, citizenId: string): Promise<void> {
  return changeDevice(db, (row) => spare(row, citizenId));
}

/** Somebody begins without signing in. */
export function noteGuest(db: DeviceDatabase): Promise<void> {
  return changeDevice(db, (row) => ({ ...spare(row, GUEST_ID), hasGuest: true }));
}

/** Who is here at the start, also a guest who has begun to write before the app had come. Builds before this one made no mark. */
export async function findOccupants(db: DeviceDatabase) {
  const [row, areWordsEarly] = await Promise.all([readOccupants(db), hasEarlyWords()]);
  if (areWordsEarly || prerenderedDraftId()) {
    await noteGuest(db);
    return readOccupants(db);
  }
  markDevice(row);
  return row;
}

export function noteGuestAdopted(db: DeviceDatabase): Promise<void> {
  return changeDevice(db, () => ({ hasGuest: false }));
}

/** The session has ended here; the server is yet to hear of it. Whoever is current stays on the screen. */
export function askToSignOutFirst(db: DeviceDatabase): Promise<void> {
  return changeDevice(db, () => ({ signOutFirst: 'asIdle' }));
}

export function noteSignedOut(db: DeviceDatabase): Promise<void> {
  return changeDevice(db, () => ({ signOutFirst: false }));
}
