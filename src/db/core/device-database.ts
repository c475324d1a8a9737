import Dexie, { type Table } from 'dexie';
import type { Person } from '../../../contract/types.ts';
import { DEVICE_DATABASE, hasEarlyWords } from '../../lib/database-names.ts';
import { prerenderedDraftId } from '../../lib/prerendered-page.ts';
import { writeStartHint } from '../../lib/start-hint.ts';
import type { DatabaseEngine } from './citizen-database.ts';
import { endWithPage } from './end-with-page.ts';
import { GUEST_ID } from './occupant.ts';

/** The citizen whose drafts this device opens, also while it is offline. */
export interface CurrentCitizen extends Person {
  /** Whether the device is shared (*Este dispositivo é partilhado*). */
  shared: boolean;
}

/**
 * How a citizen signed out, to be told to the server. `andKeep`: what they wrote stays on this device. `andForget`: where nobody keeps anything on it, the
 * browser forgets this site too. `asIdle`: the session ended because nobody used it, and what was submitted before is still sent.
 */
type SigningOut = boolean | 'andKeep' | 'andForget' | 'asIdle';

interface DeviceRow {
  key: 'device';
  current: CurrentCitizen | null;
  /** Set until the server knows that the citizen signed out: the session must end there before any other call. */
  signOutFirst: SigningOut;
  /** Somebody has begun a draft without signing in, and nobody has taken it over yet. */
  hasGuest: boolean;
  /** Owners whose databases must be erased before anything is shown. */
  toErase: string[];
}

/** When somebody last pressed something, in ms by the device's clock. All tabs of a citizen share one row; each guest of a tab has a row under their id. */
export interface Activity {
  key: string;
  /** The last key or press. */
  at: number;
  /** When the server was last told. */
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

/** The databases that took no note of the guest who is here in this page. */
const unnotedGuests = new WeakSet<DeviceDatabase>();

/** Reads who uses this device, and what is still to be done for citizens who have left. */
export async function readOccupants(db: DeviceDatabase): Promise<DeviceRow> {
  const stored = (await db.device.get('device')) as Partial<DeviceRow> | undefined;
  // A row that an older build wrote lacks newer fields.
  const row = { ...NEW_DEVICE, ...stored };
  return unnotedGuests.has(db) ? { ...row, hasGuest: true } : row;
}

export async function changeDevice(db: DeviceDatabase, change: (row: DeviceRow) => Partial<DeviceRow>) {
  await db.transaction('rw', db.device, async () => {
    const before = await readOccupants(db);
    const row = { ...before, ...change(before) };
    await db.device.put(row);
    markDevice(row);
  });
}

/** Notes outside the databases whether the next start must open this database first, and for whom. */
function markDevice({ current, hasGuest, signOutFirst, toErase }: Omit<DeviceRow, 'key'>): void {
  const isLeaving = signOutFirst !== false || toErase.length > 0;
  writeStartHint(current ? 'citizen' : hasGuest ? 'guest' : isLeaving ? 'leaving' : null);
}

export async function readCurrentCitizen(db: DeviceDatabase): Promise<CurrentCitizen | null> {
  return (await readOccupants(db)).current;
}

export function rememberCitizen(db: DeviceDatabase, current: CurrentCitizen): Promise<void> {
  return changeDevice(db, (row) => {
    // A citizen who left a shared device without signing out must leave nothing to the next one.
    const left = row.current?.shared ? [row.current.id] : [];
    const toErase = [...row.toErase, ...left];
    return { ...spare({ toErase }, current.id), current, signOutFirst: false };
  });
}

function spare({ toErase }: Pick<DeviceRow, 'toErase'>, citizenId: string) {
  return { toErase: toErase.filter((id) => id !== citizenId) };
}

/** Makes nobody current. `toErase` is marked in the same transaction: a tab closed in between must not leave words behind. */
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

/** Notes that somebody begins a draft without signing in. */
export function noteGuest(db: DeviceDatabase): Promise<void> {
  return changeDevice(db, (row) => ({ ...spare(row, GUEST_ID), hasGuest: true }));
}

/** Reads who is here at the start; words typed before the app was loaded are a guest's. It also writes the start hint, which older builds did not. */
export async function findOccupants(db: DeviceDatabase) {
  const [row, areWordsEarly] = await Promise.all([readOccupants(db), hasEarlyWords()]);
  if (areWordsEarly || prerenderedDraftId()) {
    await noteGuest(db).catch(() => unnotedGuests.add(db));
    return readOccupants(db);
  }
  markDevice(row);
  return row;
}

export function noteGuestAdopted(db: DeviceDatabase): Promise<void> {
  return changeDevice(db, () => ({ hasGuest: false }));
}

/** Notes that the idle time is over and that the server must be told, unless the citizen has just signed out. The current citizen stays on the screen. */
export function askToSignOutFirst(db: DeviceDatabase): Promise<void> {
  return changeDevice(db, ({ signOutFirst }) => ({ signOutFirst: signOutFirst || 'asIdle' }));
}

/** Notes that the server was told of this sign-out. Another one, which the citizen has made since, is still to be told. */
export function noteSignedOut(db: DeviceDatabase, told: SigningOut): Promise<void> {
  return changeDevice(db, ({ signOutFirst }) => ({ signOutFirst: signOutFirst !== told && signOutFirst }));
}

/** A file as the other app named it; neither its name nor its type has been judged. */
export interface SharedFile {
  id: string;
  name: string;
  type: string;
  bytes: ArrayBuffer;
}

/** What another app shared, before its owner is known. */
export interface SharedContent {
  text: string;
  files: SharedFile[];
  /** The names of files that were too many or too large to be kept. */
  leftOut: string[];
}

/** What another app of this device shared with e-Clic, until it is in a draft. */
export interface Share extends SharedContent {
  /** Contains the share's id, when it was kept (by the device's clock) and the id of its owner: the current citizen or the guest. */
  key: string;
  /** The id in the address of the page that shows the share. */
  id: string;
}
