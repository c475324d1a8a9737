import { CitizenDatabase, letGoWhenErased } from '../../db/core/citizen-database.ts';
import { type CurrentDatabase, createCurrentDatabase } from '../../db/core/database-context.ts';
import type { DeviceDatabase } from '../../db/core/device-database.ts';
import { noteSessionOver } from '../../db/core/metadata.ts';
import { isCitizen, isGuest, isTabGuest } from '../../db/core/occupant.ts';
import { isQuotaError } from '../../db/core/storage-errors.ts';
import { noteRefusedWrites } from '../../db/core/storage-trouble.ts';
import { readOccupant } from '../../db/core/tab-guests.ts';
import { tidyIfNeeded } from '../../db/storage/tidy-if-needed.ts';
import { hasEarlyWords } from '../../lib/database-names.ts';
import { forgetTabGuest } from '../../lib/tab-guest.ts';
import { tabMemory } from '../../lib/tab-memory.ts';
import { type SessionEvent, tellSession, useSession } from '../../state/session.ts';
import type { SyncHandle } from '../../sync/start-sync.ts';

/** What belongs to whoever is using e-Clic on this device: their database, and their sync. */
export interface SessionScope extends CurrentDatabase {
  /**
   * Opens this one's database, and a citizen's sync, in place of the one before, unless it is open already. The session is told of them in the
   * same moment: a name never stands on the screen without its database.
   */
  become(occupant: { id: string } | null, found?: SessionEvent): Promise<void>;
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
    async become(occupant, found) {
      const isOther = occupant?.id !== database()?.citizenId;
      // The one before stays open: an editor that is just leaving the screen still saves its last words into it.
      const next = isOther && occupant ? await openDatabase(occupant.id, now()) : null;
      if (isOther) tellSession({ type: 'nobody' });
      if (found) tellSession(found);
      if (!isOther) return;
      await current.change(next);
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

async function openDatabase(citizenId: string, now: Date): Promise<CitizenDatabase> {
  // What seals is fetched only where it is needed.
  const db = isTabGuest({ citizenId })
    ? (await import('../../db/core/guest-database.ts')).openGuest()
    : new CitizenDatabase(citizenId);
  letGoWhenErased(db);
  await tidy(db, now);
  if (isGuest(db)) await takeUpEarly(db, now);
  return db;
}

/** The screen stays. What is submitted from now on waits for the sign-in; what was submitted before goes by the ticket. */
export async function noteSignedOut(scope: SessionScope): Promise<void> {
  tellSession({ type: 'signedOut' });
  const db = scope.database();
  if (isCitizen(db)) await noteSessionOver(db);
}

export interface Place {
  device: DeviceDatabase;
  scope: SessionScope;
  now: () => Date;
}

/**
 * Puts on the screen whoever the device says is here. `draftId` is what they signed in to send: it goes to them before anything is shown, and
 * they are asked of the guest's other drafts.
 */
export async function showWhoIsHere({ device, scope, now }: Place, draftId?: string): Promise<void> {
  const { citizen, guestId } = await readOccupant(device);
  const isInTab = guestId !== null && isTabGuest({ citizenId: guestId });
  if (!isInTab) forgetTabGuest();
  const before = useSession.getState().citizen;
  // Where they wanted to be, and how far down they had read.
  if (before && before.id !== citizen?.id) tabMemory()?.clear();
  if (citizen) {
    if (draftId) await adopt(citizen.id, draftId, now());
    await scope.become(citizen, { type: 'citizen', citizen, guestId });
  } else if (guestId) await scope.become({ id: guestId }, { type: 'guest', isInTab });
  else await scope.become(null, { type: 'nobody' });
}

/** Where it fails, on a full device or for want of code, the draft stays with the guest, and the citizen is asked as of any other. */
async function adopt(citizenId: string, draftId: string, now: Date): Promise<void> {
  const code = await import('./adopt-draft.ts').catch(() => null);
  // The question says the rest.
  await code?.adoptDraft(citizenId, draftId, now).catch(() => undefined);
}
