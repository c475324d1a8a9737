import type { ApiClient } from '../../api/client.ts';
import { CitizenDatabase, letGoWhenErased } from '../../db/core/citizen-database.ts';
import type { CurrentDatabase, createCurrentDatabase } from '../../db/core/database-context.ts';
import type { CurrentCitizen, DeviceDatabase } from '../../db/core/device-database.ts';
import { noteSessionOver } from '../../db/core/metadata.ts';
import { isCitizen, isGuest, isTabGuest } from '../../db/core/occupant.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { isMemoryOnly } from '../../db/core/storage-trouble.ts';
import { readOccupant } from '../../db/core/tab-guests.ts';
import { tidyIfNeeded } from '../../db/storage/tidy-if-needed.ts';
import { hasEarlyWords } from '../../lib/database-names.ts';
import { forgetTabGuest } from '../../lib/tab-guest.ts';
import { clearTabMemory } from '../../lib/tab-memory.ts';
import { type SessionEvent, tellSession, useSession } from '../../state/session.ts';
import type { SyncHandle } from '../../sync/start-sync.ts';

/** The database and the sync of whoever uses e-Clic on this device. */
export interface SessionScope extends CurrentDatabase {
  /**
   * Opens the database of an occupant, and the sync of a citizen, in place of the ones before, unless they are open already. The session's state
   * changes at the same moment: a name never stands on the screen without its database.
   */
  become(occupant: { id: string } | null, found?: SessionEvent): Promise<void>;
  /** Resolves once the sync of the citizen who was current before has come to rest. */
  settled(): Promise<void>;
}

/** Keeps one database current, and one sync running at a time. */
export function createSessionScope(
  beginSync: (db: CitizenDatabase) => Promise<SyncHandle>,
  now: () => Date,
  current: ReturnType<typeof createCurrentDatabase>,
): SessionScope {
  const { database, subscribe } = current;
  let sync: Promise<SyncHandle | null> = Promise.resolve(null);

  /** The sync round in progress may still wait for an answer. Only the next sync waits for its end; no screen does. */
  async function changeSync(before: Promise<SyncHandle | null>): Promise<SyncHandle | null> {
    const db = database();
    await (await before)?.stop();
    if (!db || db !== database() || isGuest(db)) return null;
    return beginSync(db);
  }

  return {
    database,
    subscribe,
    async become(occupant, found) {
      const isOther = occupant?.id !== database()?.citizenId;
      // The database before stays open: an editor that is just leaving the screen still saves its last words into it.
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

/** Fetches the code that puts early words into a draft only where there are such words. Where it fails, they stay until the next start. */
async function takeUpEarly(guest: CitizenDatabase, now: Date): Promise<void> {
  if (!(await hasEarlyWords())) return;
  await import('../../db/drafts/take-up-early-words.ts')
    .then((code) => code.takeUpEarlyWords(guest, now))
    .catch(() => undefined);
}

async function openDatabase(citizenId: string, now: Date): Promise<CitizenDatabase> {
  // The code that seals a guest's words is fetched only where it is needed.
  const db = isTabGuest({ citizenId })
    ? (await import('../../db/core/guest-database.ts')).openGuest()
    : new CitizenDatabase(citizenId);
  letGoWhenErased(db);
  // A device that is too full even for tidying must still show its page, which says so.
  await tidyIfNeeded(db, now).catch(endQuietly);
  if (isGuest(db)) await takeUpEarly(db, now);
  return db;
}

/** Keeps the screen as it is. What is submitted from now on waits for the sign-in; the ticket (decision 0041) sends what was submitted before. */
export async function tellSignedOut(scope: SessionScope): Promise<void> {
  tellSession({ type: 'signedOut' });
  const db = scope.database();
  if (isCitizen(db)) await noteSessionOver(db);
}

export interface Place {
  api: ApiClient;
  device: DeviceDatabase;
  scope: SessionScope;
  now: () => Date;
}

/**
 * Marks the tab before the device knows the citizen: at a reload without the mark, also in the middle of adopting a draft, they and every guest of
 * a tab would be erased. Rejects where the code for it does not come.
 */
export async function markIfShared(citizen: CurrentCitizen | null): Promise<void> {
  if (!citizen?.shared) return;
  const code = await import('../../lib/shared-tab.ts');
  code.markSharedTab(citizen.id);
}

/** Puts on the screen the citizen or guest who is here, as the device says. */
export async function showWhoIsHere({ device, scope }: Place): Promise<void> {
  const { citizen, guestId } = await readOccupant(device);
  const isInTab = guestId !== null && isTabGuest({ citizenId: guestId });
  const { citizen: before, isShared } = useSession.getState();
  const hasLeft = before !== null && before.id !== citizen?.id;
  // A database in memory knows no guest of before, whose words the next start may find on the disk.
  if (!isInTab && (hasLeft || !isMemoryOnly())) forgetTabGuest();
  // The tab's memory says where the citizen before wanted to be, and how far down they had read.
  if (hasLeft) clearTabMemory(isShared);
  // The citizen may have signed in in another tab, and the mark of one who signed in here has just been cleared.
  await markIfShared(citizen);
  if (citizen) await scope.become(citizen, { type: 'citizen', citizen, isShared: citizen.shared, guestId });
  else if (guestId) await scope.become({ id: guestId }, { type: 'guest', isShared: isInTab });
  else await scope.become(null, { type: 'nobody' });
}

/**
 * Gives a citizen the guest's draft that they have signed in to send. Where that fails, on a full device or because its code does not come, the draft
 * stays with the guest, and the citizen is asked about it as about any other.
 */
export async function adopt(citizenId: string, draftId: string, now: Date): Promise<void> {
  await import('./adopt-draft.ts')
    .then((code) => code.adoptDraft(citizenId, draftId, now))
    .catch(() => undefined);
}
