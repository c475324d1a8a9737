import { hasLeft } from '../../../shared/page-leaving.ts';
import { type CitizenDatabase, reopen } from '../../db/core/citizen-database.ts';
import type { DeviceDatabase } from '../../db/core/device-database.ts';
import {
  noteRefusedWrites,
  noteTrouble,
  readTrouble,
  subscribeToTrouble,
} from '../../db/core/storage-trouble.ts';
import { readOccupant } from '../../db/core/tab-guests.ts';
import { saveWordsAnew } from '../../db/drafts/unsaved-words.ts';
import { markStorage, wasWiped } from '../../db/storage/storage-health.ts';
import type { Clock } from '../../lib/clock.ts';

/** The wait after the system or another tab has closed the database: by then it is known whether the citizen has signed out. */
const SETTLE_MS = 1000;

interface WipeWatch {
  db: CitizenDatabase;
  device: DeviceDatabase;
  clock: Clock;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  /** Whether the database is still the current one. */
  isHere: () => boolean;
}

/** Finds out that the database was emptied, closed or changed under the page, tells the citizen, and saves what editors hold into the new one. */
export function watchForWipe({ db, device, clock, page, isHere }: WipeWatch): () => void {
  let cancel: (() => void) | null = null;
  let isStopped = false;

  async function check(): Promise<void> {
    if (isStopped || hasLeft() || !isHere() || (await isLeaving(device, db.citizenId))) return;
    if (!db.isOpen()) await reopen(db);
    if (!(await wasWiped(db))) return;
    noteTrouble('wiped');
    await markStorage(db);
    saveWordsAnew(db.citizenId);
  }

  const checkNow = () => void check().catch(() => noteRefusedWrites([db.metadata.name]));

  function checkSoon(): void {
    cancel ??= clock.after(SETTLE_MS, () => {
      cancel = null;
      checkNow();
    });
  }

  const onVisibility = () => {
    if (page.visibilityState === 'visible') checkNow();
  };
  const onVersionChange = ({ newVersion }: IDBVersionChangeEvent) => {
    if (newVersion === null) return undefined;
    // A newer build waits to change the database. Its next use here opens it again, as the newer build has made it.
    db.close({ disableAutoOpen: false });
    noteTrouble('outdated');
    return false;
  };
  const stopTrouble = subscribeToTrouble(() => {
    if (readTrouble() === 'notSaved') checkSoon();
  });
  db.on('close', checkSoon);
  db.on('versionchange', onVersionChange);
  page.addEventListener('visibilitychange', onVisibility);
  void markStorage(db).catch(() => noteRefusedWrites([db.metadata.name]));

  return () => {
    isStopped = true;
    cancel?.();
    stopTrouble();
    db.on.close.unsubscribe(checkSoon);
    db.on.versionchange.unsubscribe(onVersionChange);
    page.removeEventListener('visibilitychange', onVisibility);
  };
}

/** A citizen who signs out and erases wants nothing put back. A device that was emptied as a whole no longer says who is here, and nobody is leaving. */
async function isLeaving(device: DeviceDatabase, citizenId: string): Promise<boolean> {
  if (!(await device.device.get('device'))) return false;
  const { citizen, guestId, toErase } = await readOccupant(device);
  return ![citizen?.id, guestId].includes(citizenId) || toErase.includes(citizenId);
}
