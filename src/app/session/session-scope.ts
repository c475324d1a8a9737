import { CitizenDatabase, letGoWhenErased } from '../../db/core/citizen-database.ts';
import { isGuest, isTabGuest } from '../../db/core/occupant.ts';
import { isQuotaError } from '../../db/core/storage-errors.ts';
import { noteRefusedWrites } from '../../db/core/storage-trouble.ts';
import { tidyIfNeeded } from '../../db/storage/tidy-if-needed.ts';
import { hasEarlyWords } from '../../lib/has-early-words.ts';
import type { SyncHandle } from '../../sync/start-sync.ts';
import { type CurrentDatabase, createCurrentDatabase } from './current-database.ts';

/** What belongs to whoever is using e-Clic on this device: their database, and their sync. */
export interface SessionScope extends Pick<CurrentDatabase, 'database' | 'subscribe'> {
  /** Opens this one's database, and a citizen's sync, in place of the one before. Does nothing when it is open already. */
  become(occupant: { id: string } | null): Promise<void>;
  /** Resolves once the sync of whoever was current before has come to rest. */
  settled(): Promise<void>;
}

/** One open database and one running sync at a time. */
export function createSessionScope(
  beginSync: (db: CitizenDatabase) => Promise<SyncHandle>,
  now: () => Date,
  current = createCurrentDatabase(),
): SessionScope {
  const { database, subscribe } = current;
  let sync: Promise<SyncHandle | null> = Promise.resolve(null);

  /** The round in progress may still wait for an answer. Only the next sync waits for its end, no screen does. */
  async function changeSync(before: Promise<SyncHandle | null>): Promise<SyncHandle | null> {
    const db = database();
    await (await before)?.stop();
    if (!db || db !== database() || isGuest(db)) return null;
    // Without its code there is no sync until the next start.
    return beginSync(db).catch(() => null);
  }

  return {
    database,
    subscribe,
    async become(occupant) {
      if (occupant?.id === database()?.citizenId) return;
      // The one before stays open: an editor that is just leaving the screen still saves its last words into it.
      const next = occupant ? await openDatabase(occupant.id) : null;
      if (next) await tidy(next, now());
      if (next && isGuest(next)) await takeUpEarly(next, now());
      current.change(next);
      sync = changeSync(sync);
    },
    async settled() {
      await sync;
    },
  };
}

/** A device that is too full even for this must still show its page, which says so. */
async function tidy(db: CitizenDatabase, now: Date): Promise<void> {
  await tidyIfNeeded(db, now).catch((error: unknown) => {
    if (!isQuotaError(error)) throw error;
    noteRefusedWrites([db.drafts.name]);
  });
}

/** Its code is fetched only where there are such words. Where it fails they stay where they are until the next start. */
async function takeUpEarly(guest: CitizenDatabase, now: Date): Promise<void> {
  if (!(await hasEarlyWords())) return;
  const parts = await import('../../db/drafts/take-up-early-words.ts').catch(() => null);
  await parts?.takeUpEarlyWords(guest, now).catch(() => undefined);
}

async function openDatabase(citizenId: string): Promise<CitizenDatabase> {
  const db = isTabGuest({ citizenId }) ? await openSealed() : new CitizenDatabase(citizenId);
  letGoWhenErased(db);
  return db;
}

/** What seals is fetched only where it is needed. */
async function openSealed(): Promise<CitizenDatabase> {
  const { openGuest } = await import('../../db/core/guest-database.ts');
  return openGuest();
}
