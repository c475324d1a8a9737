import { type Clock, systemClock } from '../../lib/clock.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { isQuotaError } from '../core/storage-errors.ts';

export type StorageHealth =
  | 'good'
  /** No database can be opened: nothing that is kept outlives the page. */
  | 'unavailable'
  /** A database can be opened, but refuses writes. */
  | 'readOnly'
  | 'full';

const PROBE_NAME = 'eclic-probe';

/** Some browsers never answer when a database is opened: waiting for them would hold the app up for ever. */
const PROBE_TIMEOUT_MS = 5000;

/** Finds out whether this browser stores anything, by storing something. */
export function probeStorage(
  factory: IDBFactory | undefined = globalThis.indexedDB,
  clock: Clock = systemClock,
): Promise<StorageHealth> {
  return new Promise((resolve) => {
    const cancel = clock.after(PROBE_TIMEOUT_MS, () => resolve('unavailable'));
    writeProbe(factory).then((health) => {
      cancel();
      resolve(health);
    });
  });
}

async function writeProbe(factory: IDBFactory | undefined): Promise<StorageHealth> {
  let database: IDBDatabase | undefined;
  try {
    if (!factory) return 'unavailable';
    database = await openProbe(factory);
    await putProbe(database);
    return 'good';
  } catch (error) {
    if (isQuotaError(error)) return 'full';
    return database ? 'readOnly' : 'unavailable';
  } finally {
    database?.close();
    if (database) factory?.deleteDatabase(PROBE_NAME);
  }
}

function openProbe(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = factory.open(PROBE_NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('probe');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

function putProbe(database: IDBDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('probe', 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.objectStore('probe').put(1, 'probe');
  });
}

/** The methods of the browser's storage manager that e-Clic calls; older browsers have none, or not all. */
export type StorageKeeper = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;

/** Asks the browser to keep the data. Called after the first saved draft: with nothing to keep, browsers refuse. */
export async function askToPersist(
  storage: StorageKeeper | undefined = globalThis.navigator?.storage,
): Promise<void> {
  if (!(await storage?.persisted?.())) await storage?.persist?.();
}

export type Persistence = 'kept' | 'mayBeCleared' | 'unknown';

/**
 * Reads what the browser has promised so far. No browser says that a window is private, and none promises anything in one: data that is not `kept`
 * may end with its window.
 */
export async function readPersistence(): Promise<Persistence> {
  const storage: StorageKeeper | undefined = globalThis.navigator?.storage;
  const isKept = await storage?.persisted?.();
  if (isKept === undefined) return 'unknown';
  return isKept ? 'kept' : 'mayBeCleared';
}

/**
 * Reads how many bytes e-Clic uses; null where the browser does not say. It never reads how much room is left: what browsers say of that is not real.
 */
export async function readUsage(
  storage: StorageKeeper | undefined = globalThis.navigator?.storage,
): Promise<number | null> {
  const estimate = await storage?.estimate?.().catch(() => undefined);
  return estimate?.usage ?? null;
}

/** Whether the browser erases what a site keeps after seven days without a visit: Safari does, and every browser on iOS. */
export function erasesUnvisited(): boolean {
  return navigator.vendor.startsWith('Apple');
}

const MARKER_KEY = 'storageMarker';

/** The marker that this page wrote into each open database. */
const knownMarkers = new WeakMap<CitizenDatabase, unknown>();

/** Writes a marker that is missing once the database is emptied. Call it when the database is opened, and again after a wipe was reported. */
export async function markStorage(db: CitizenDatabase): Promise<void> {
  const value = await db.transaction('rw', db.metadata, async () => {
    const marker = (await db.metadata.get(MARKER_KEY)) ?? { key: MARKER_KEY, value: crypto.randomUUID() };
    await db.metadata.put(marker);
    return marker.value;
  });
  knownMarkers.set(db, value);
}

/** Whether somebody emptied the database under the open page. Dexie then makes a new, empty one and says nothing. */
export async function wasWiped(db: CitizenDatabase): Promise<boolean> {
  if (!knownMarkers.has(db)) return false;
  return (await db.metadata.get(MARKER_KEY))?.value !== knownMarkers.get(db);
}
