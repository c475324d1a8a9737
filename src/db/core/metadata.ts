import type { ChangePage, Contact, Person, PublishedLimits, SignIn } from '../../contract/types.ts';
import { DEFAULT_LIMITS, type Limits } from '../../domain/limits.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import type { RefusedAction } from './schema.ts';

/** What the last round found out, for every tab to show. Instants are ISO. */
export interface SyncState {
  cursor: string | null;
  /** By the device's clock. */
  lastSuccessAt: string | null;
  /** The server's clock minus the device's, in milliseconds. */
  clockOffsetMs: number;
  connection: 'unknown' | 'reached' | 'noConnection' | 'serverDown' | 'signedOut';
  /** By the device's clock, when waiting to try again. */
  nextAttemptAt: string | null;
}

/** What the session said of the citizen, so that it is known offline too. */
export interface Profile {
  citizen: Person;
  representations: Person[];
  contact: Contact;
  /** Absent from what an older build kept. */
  lastSignIn?: SignIn | null;
}

/** What is kept by its key, in the table `facts`. */
interface Metadata {
  sync: SyncState;
  limits: PublishedLimits;
  profile: Profile;
  /** *Guardar rascunhos só neste dispositivo*. */
  draftsOnDeviceOnly: boolean;
  refusedActions: RefusedAction[];
  /** Ids kept for replies that nobody has begun to write, by `requestId/purpose`. */
  replyIds: Record<string, string>;
  /** Grows when somebody asks for a round now. */
  wake: number;
}

const NEVER_SYNCED: SyncState = {
  cursor: null,
  lastSuccessAt: null,
  clockOffsetMs: 0,
  connection: 'unknown',
  nextAttemptAt: null,
};

async function readValue<K extends keyof Metadata>(
  db: CitizenDatabase,
  key: K,
): Promise<Metadata[K] | undefined> {
  return (await db.facts.get(key))?.value as Metadata[K] | undefined;
}

async function putValue<K extends keyof Metadata>(
  db: CitizenDatabase,
  key: K,
  value: Metadata[K],
): Promise<void> {
  await db.facts.put({ key, value });
}

export async function readSyncState(db: CitizenDatabase): Promise<SyncState> {
  return (await readValue(db, 'sync')) ?? NEVER_SYNCED;
}

export async function patchSyncState(db: CitizenDatabase, changes: Partial<SyncState>): Promise<void> {
  await db.transaction('rw', db.facts, async () => {
    await putValue(db, 'sync', { ...(await readSyncState(db)), ...changes });
  });
}

/** How far the feed has been read, and what the server's clock said. */
export function noteFeed(db: CitizenDatabase, page: ChangePage, now: Date): Promise<void> {
  return patchSyncState(db, {
    cursor: page.cursor,
    clockOffsetMs: Date.parse(page.serverTime) - now.getTime(),
  });
}

export async function readLimits(db: CitizenDatabase): Promise<Limits> {
  return (await readValue(db, 'limits')) ?? DEFAULT_LIMITS;
}

export function keepLimits(db: CitizenDatabase, limits: PublishedLimits): Promise<void> {
  return putValue(db, 'limits', limits);
}

export async function readProfile(db: CitizenDatabase): Promise<Profile | null> {
  return (await readValue(db, 'profile')) ?? null;
}

export function keepProfile(db: CitizenDatabase, profile: Profile): Promise<void> {
  return putValue(db, 'profile', profile);
}

/** Whether drafts also go to the account; they do unless the citizen has said otherwise. */
export async function keepsDraftsInAccount(db: CitizenDatabase): Promise<boolean> {
  return !(await readValue(db, 'draftsOnDeviceOnly'));
}

export function keepDraftsOnDevice(db: CitizenDatabase, onDeviceOnly: boolean): Promise<void> {
  return putValue(db, 'draftsOnDeviceOnly', onDeviceOnly);
}

/** Asks sync, in whichever tab it runs, for a round now. */
export async function requestRound(db: CitizenDatabase): Promise<void> {
  await db.transaction('rw', db.facts, async () => {
    await putValue(db, 'wake', (await readWake(db)) + 1);
  });
}

export async function readWake(db: CitizenDatabase): Promise<number> {
  return (await readValue(db, 'wake')) ?? 0;
}

export async function readRefusals(db: CitizenDatabase): Promise<RefusedAction[]> {
  return (await readValue(db, 'refusedActions')) ?? [];
}

export function writeRefusals(db: CitizenDatabase, refused: RefusedAction[]): Promise<void> {
  return putValue(db, 'refusedActions', refused);
}

export async function readReplyIds(db: CitizenDatabase): Promise<Record<string, string>> {
  return (await readValue(db, 'replyIds')) ?? {};
}

export function writeReplyIds(db: CitizenDatabase, ids: Record<string, string>): Promise<void> {
  return putValue(db, 'replyIds', ids);
}
