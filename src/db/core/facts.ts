import type { ChangePage, Contact, Person, PublishedLimits } from '../../contract/types.ts';
import { DEFAULT_LIMITS, type Limits } from '../../domain/limits.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import type { RefusedAction } from './schema.ts';

/** What sync last found out, for every tab to show. Instants are ISO. */
export interface SyncFacts {
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
}

interface Facts {
  sync: SyncFacts;
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

const NEVER_SYNCED: SyncFacts = {
  cursor: null,
  lastSuccessAt: null,
  clockOffsetMs: 0,
  connection: 'unknown',
  nextAttemptAt: null,
};

async function readFact<K extends keyof Facts>(db: CitizenDatabase, key: K): Promise<Facts[K] | undefined> {
  return (await db.facts.get(key))?.value as Facts[K] | undefined;
}

async function putFact<K extends keyof Facts>(db: CitizenDatabase, key: K, value: Facts[K]): Promise<void> {
  await db.facts.put({ key, value });
}

export async function readSyncFacts(db: CitizenDatabase): Promise<SyncFacts> {
  return (await readFact(db, 'sync')) ?? NEVER_SYNCED;
}

export async function noteSync(db: CitizenDatabase, news: Partial<SyncFacts>): Promise<void> {
  await db.transaction('rw', db.facts, async () => {
    await putFact(db, 'sync', { ...(await readSyncFacts(db)), ...news });
  });
}

/** How far the feed has been taken in, and what the server's clock said. */
export function noteFeed(db: CitizenDatabase, page: ChangePage, now: Date): Promise<void> {
  return noteSync(db, {
    cursor: page.cursor,
    clockOffsetMs: Date.parse(page.serverTime) - now.getTime(),
  });
}

export async function readLimits(db: CitizenDatabase): Promise<Limits> {
  return (await readFact(db, 'limits')) ?? DEFAULT_LIMITS;
}

export function keepLimits(db: CitizenDatabase, limits: PublishedLimits): Promise<void> {
  return putFact(db, 'limits', limits);
}

export async function readProfile(db: CitizenDatabase): Promise<Profile | null> {
  return (await readFact(db, 'profile')) ?? null;
}

export function keepProfile(db: CitizenDatabase, profile: Profile): Promise<void> {
  return putFact(db, 'profile', profile);
}

/** Whether drafts also go to the account; they do unless the citizen has said otherwise. */
export async function keepsDraftsInAccount(db: CitizenDatabase): Promise<boolean> {
  return !(await readFact(db, 'draftsOnDeviceOnly'));
}

export function keepDraftsOnDevice(db: CitizenDatabase, onDeviceOnly: boolean): Promise<void> {
  return putFact(db, 'draftsOnDeviceOnly', onDeviceOnly);
}

/** Asks sync, in whichever tab it runs, for a round now. */
export async function requestRound(db: CitizenDatabase): Promise<void> {
  await db.transaction('rw', db.facts, async () => {
    await putFact(db, 'wake', (await readWake(db)) + 1);
  });
}

export async function readWake(db: CitizenDatabase): Promise<number> {
  return (await readFact(db, 'wake')) ?? 0;
}

export async function readRefusals(db: CitizenDatabase): Promise<RefusedAction[]> {
  return (await readFact(db, 'refusedActions')) ?? [];
}

export function writeRefusals(db: CitizenDatabase, refused: RefusedAction[]): Promise<void> {
  return putFact(db, 'refusedActions', refused);
}

export async function readReplyIds(db: CitizenDatabase): Promise<Record<string, string>> {
  return (await readFact(db, 'replyIds')) ?? {};
}

export function writeReplyIds(db: CitizenDatabase, ids: Record<string, string>): Promise<void> {
  return putFact(db, 'replyIds', ids);
}
