import { liveQuery } from 'dexie';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import type { DeviceDatabase } from '../../db/core/device-database.ts';
import { requestRound } from '../../db/core/metadata.ts';
import {
  noteRefusedWrites,
  noteSpaceIsBack,
  readTrouble,
  subscribeToTrouble,
} from '../../db/core/storage-trouble.ts';
import { readUnsavedWords } from '../../db/drafts/unsaved-words.ts';
import {
  askToPersist,
  probeStorage,
  type StorageHealth,
  type StorageKeeper,
} from '../../db/storage/storage-health.ts';
import type { Clock } from '../../lib/clock.ts';
import { followCurrent } from '../session/follow-current.ts';
import { watchForWipe } from './watch-for-wipe.ts';

/** The time after which a full device is checked again. */
const CHECK_SPACE_MS = 5000;

export interface StorageWatchOptions {
  current: CurrentDatabase;
  device: DeviceDatabase;
  clock: Clock;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  probe?: () => Promise<StorageHealth>;
  storage?: StorageKeeper;
}

/** Asks the browser to keep what is on this device, and finds out when writes fail. Returns the function that stops it. */
export function watchStorage(options: StorageWatchOptions): () => void {
  const { current, device, clock, page, probe = probeStorage, storage } = options;
  // The page may have been written in, or a citizen have signed in, before this code had come.
  const pageBeganAt = new Date(clock.now().getTime() - performance.now()).toISOString();
  let cancelCheck: (() => void) | null = null;

  async function probeAtStart(): Promise<void> {
    const health = await probe();
    if (health === 'full' || health === 'readOnly') noteRefusedWrites([health]);
  }

  /** An editor tries again to save its words, and its success ends the trouble. Where no words wait, this finds out that there is room again. */
  async function checkSpace(): Promise<void> {
    const db = current.database();
    const hasWords = db !== null && readUnsavedWords(db.citizenId).length > 0;
    if (hasWords || (await probe()) !== 'good') return planCheck();
    noteSpaceIsBack();
    // Asks once more for what a sync round could not record.
    if (db) await requestRound(db).catch(() => undefined);
  }

  function planCheck(): void {
    if (cancelCheck || readTrouble() !== 'notSaved') return;
    cancelCheck = clock.after(CHECK_SPACE_MS, () => {
      cancelCheck = null;
      void checkSpace();
    });
  }

  function attend(db: CitizenDatabase | null): (() => void) | undefined {
    if (!db) return undefined;
    const stopWipe = watchForWipe({ db, device, clock, page, isHere: () => current.database() === db });
    let before: number | undefined;
    const countOlder = () => db.drafts.filter(({ createdAt }) => createdAt < pageBeganAt).count();
    const drafts = liveQuery(async () => ({
      known: before ?? (await countOlder()),
      count: await db.drafts.count(),
    })).subscribe({
      next({ known, count }) {
        // A browser that is asked before there is anything to keep says no.
        if (count > known) void askToPersist(storage).catch(() => undefined);
        before = count;
      },
      // The next write notices and reports that the database cannot be read.
      error: () => undefined,
    });
    return () => {
      stopWipe();
      drafts.unsubscribe();
    };
  }

  const stopTrouble = subscribeToTrouble(planCheck);
  const stopFollowing = followCurrent(current, attend);
  void probeAtStart();
  planCheck();

  return () => {
    cancelCheck?.();
    stopTrouble();
    stopFollowing();
  };
}
