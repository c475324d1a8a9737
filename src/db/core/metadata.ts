import type { Table } from 'dexie';
import type { ChangePage, Contact, Person, PublishedLimits, SignIn } from '../../../contract/types.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import type { RefusedAction } from './schema.ts';

/** What sync found out in its last round, for every tab to show. Instants are ISO. */
export interface SyncState {
  cursor: string | null;
  /** By the device's clock. */
  lastSuccessAt: string | null;
  /** The server's clock minus the device's, in milliseconds. */
  clockOffsetMs: number;
  connection: 'unknown' | 'reached' | 'noConnection' | 'serverDown' | 'signedOut';
  /** When sync tries again, by the device's clock; null while it does not wait. */
  nextAttemptAt: string | null;
}

/** What the server said of the citizen with their session, kept for use offline. */
export interface Profile {
  citizen: Person;
  representations: Person[];
  /** Where the citizen is told of news; null: nowhere. */
  contact: Contact | null;
  /** Absent in a profile that an older build kept. */
  lastSignIn?: SignIn | null;
}

/** Ids of requests and of messages: a message might have the id of a request. */
export interface ArrivalIds {
  request: string[];
  message: string[];
}

/** The values of the table `metadata`, by key. */
interface Metadata {
  sync: SyncState;
  /** Null until the server has sent them once. */
  limits: PublishedLimits | null;
  profile: Profile | null;
  /** Whether *Guardar rascunhos só neste dispositivo* is on. */
  draftsOnDeviceOnly: boolean;
  refusedActions: RefusedAction[];
  /** Ids reserved for replies that the citizen has not begun to write, by `requestId/purpose`. */
  replyIds: Record<string, string>;
  /** The instant, by the server's clock, up to which the citizen has been told of news; null: they do not want to be told. */
  news: { toldUpTo: string } | null;
  /** How the device is told of news while e-Clic is closed; null: it is not told. */
  push: { saysDate: boolean } | null;
  /** Whether *Sair e manter neste dispositivo* was chosen before. */
  keptAtSignOut: boolean;
  /** Guest drafts that the citizen said are not theirs, each as `id revision`. */
  leftWithGuest: string[];
  /** Ids of requests whose entries arrived or were refused, until the citizen is told. */
  outcomes: string[];
  /** The requests and messages whose receipts are signed with a key that is not known yet. */
  uncheckedReceipts: ArrivalIds;
  /** Ids of requests that *Já perguntou isto* must not name again. */
  notAskedAlready: string[];
  /** Ids of requests that have, or have had, a reminder. */
  reminded: string[];
  /** The id of the request beside which each offer stands, by the offer's name; empty once the citizen has answered it. See `takeOffers`. */
  offered: Record<string, string>;
  /** A counter that grows when a round of sync is wanted at once. */
  wake: number;
}

const DEFAULTS: Metadata = {
  sync: {
    cursor: null,
    lastSuccessAt: null,
    clockOffsetMs: 0,
    connection: 'unknown',
    nextAttemptAt: null,
  },
  limits: null,
  profile: null,
  draftsOnDeviceOnly: false,
  refusedActions: [],
  replyIds: {},
  news: null,
  push: null,
  keptAtSignOut: false,
  leftWithGuest: [],
  outcomes: [],
  uncheckedReceipts: { request: [], message: [] },
  notAskedAlready: [],
  reminded: [],
  offered: {},
  wake: 0,
};

export async function readMetadata<K extends keyof Metadata>(db: CitizenDatabase, key: K) {
  const kept = await db.metadata.get(key);
  return (kept?.value as Metadata[K] | undefined) ?? DEFAULTS[key];
}

export async function keepMetadata<K extends keyof Metadata>(
  db: CitizenDatabase,
  key: K,
  value: Metadata[K],
) {
  await db.metadata.put({ key, value });
}

type ListKey = { [K in keyof Metadata]: Metadata[K] extends string[] ? K : never }[keyof Metadata];

/** Adds an entry to a kept list unless the list has it. */
export function addToMetadata(db: CitizenDatabase, key: ListKey, one: string): Promise<void> {
  return db.transaction('rw', db.metadata, async () => {
    const kept = await readMetadata(db, key);
    if (!kept.includes(one)) await keepMetadata(db, key, [...kept, one]);
  });
}

export function readSyncState(db: CitizenDatabase): Promise<SyncState> {
  return readMetadata(db, 'sync');
}

/** Writes only changes that differ: every page that shows the state of sync reads it again after a write. */
export async function patchSyncState(db: CitizenDatabase, changes: Partial<SyncState>): Promise<void> {
  await db.transaction('rw', db.metadata, async () => {
    const before = await readSyncState(db);
    const changed = Object.keys(changes) as (keyof SyncState)[];
    if (changed.every((key) => before[key] === changes[key])) return;
    await keepMetadata(db, 'sync', { ...before, ...changes });
  });
}

/** Notes what a call found out. The state `signedOut` stays until its owner has signed in, whatever was on its way then or goes by a ticket. */
export function noteFound(db: CitizenDatabase, found: Partial<SyncState>): Promise<void> {
  return db.transaction('rw', db.metadata, async () => {
    const { connection, nextAttemptAt, ...rest } = found;
    await patchSyncState(db, (await isSessionOver(db)) ? rest : found);
  });
}

/** Notes that the session is over. What was submitted before is sent by its ticket; everything else waits for a sign-in of its owner. */
export function noteSessionOver(db: CitizenDatabase): Promise<void> {
  return patchSyncState(db, { connection: 'signedOut', nextAttemptAt: null });
}

/** Whether the session is known to be over. */
export async function isSessionOver(db: CitizenDatabase): Promise<boolean> {
  return (await readSyncState(db)).connection === 'signedOut';
}

/** Notes how far the feed has been read and what the server's clock said; after the last page also that the device has everything. */
export function noteFeed(db: CitizenDatabase, page: ChangePage, now: Date): Promise<void> {
  const clockOffsetMs = Date.parse(page.serverTime) - now.getTime();
  const allIsHere = { connection: 'reached', lastSuccessAt: now.toISOString(), nextAttemptAt: null } as const;
  return noteFound(db, { cursor: page.cursor, clockOffsetMs, ...(!page.more && allIsHere) });
}

/** Takes in what the feed answered after this cursor. Returns false where another tab has read on, or anew, meanwhile: the answer would undo that. */
export function takeAnswer(
  db: CitizenDatabase,
  after: string | null,
  tables: Table[],
  takeIn: () => Promise<void>,
): Promise<boolean> {
  return db.transaction('rw', tables, async () => {
    const isNext = (await readSyncState(db)).cursor === after;
    if (isNext) await takeIn();
    return isNext;
  });
}

export function readProfile(db: CitizenDatabase): Promise<Profile | null> {
  return readMetadata(db, 'profile');
}

export function keepProfile(db: CitizenDatabase, profile: Profile): Promise<void> {
  return keepMetadata(db, 'profile', profile);
}

/** Whether drafts also go to the account; they do unless the citizen has said otherwise. */
export async function keepsDraftsInAccount(db: CitizenDatabase): Promise<boolean> {
  return !(await readMetadata(db, 'draftsOnDeviceOnly'));
}

/** Asks sync, in whichever tab it runs, for a round now. */
export async function requestRound(db: CitizenDatabase): Promise<void> {
  await db.transaction('rw', db.metadata, async () => keepMetadata(db, 'wake', (await readWake(db)) + 1));
}

export function readWake(db: CitizenDatabase): Promise<number> {
  return readMetadata(db, 'wake');
}
