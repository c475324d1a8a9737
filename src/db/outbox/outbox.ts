import type { CitizenDatabase } from '../core/citizen-database.ts';
import { patchSyncState, requestRound } from '../core/metadata.ts';
import type {
  OutboxRow,
  SendingProgressRow,
  SubmitRequestCommand,
  WaitingCommand,
  WaitReason,
} from '../core/schema.ts';
import { type Arrival, isDraftEntry, isKnown, isRequestEntry, isWaitedFor, rulesOf } from './commands.ts';
import { isHeld, sortIntoLines } from './outbox-order.ts';

/** What this build knows how to send. What a newer one left here is for that one to send. */
export function listEntries(db: CitizenDatabase, requestId?: string): Promise<OutboxRow[]> {
  const entries = requestId === undefined ? db.outbox : db.outbox.where('requestId').equals(requestId);
  // Not one `await` deeper: a live query loses sight of what is read after a few of them.
  return entries.toArray().then((rows) => rows.filter(isKnown));
}

/** What the citizen said and that has not arrived, oldest first: of everything, or of one request. */
export async function listWaiting(
  db: CitizenDatabase,
  requestId?: string,
): Promise<OutboxRow<WaitingCommand>[]> {
  const entries = (await listEntries(db, requestId)).filter(isWaitedFor);
  return entries.sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
}

/** Requests that wait to be one, oldest first. */
export async function listWaitingRequests(db: CitizenDatabase): Promise<OutboxRow<SubmitRequestCommand>[]> {
  return (await listWaiting(db)).filter(isRequestEntry);
}

/** The entry that is to become this request. */
export async function readWaiting(
  db: CitizenDatabase,
  requestId: string,
): Promise<OutboxRow<SubmitRequestCommand> | undefined> {
  return (await listEntries(db, requestId)).find(isRequestEntry);
}

export function readProgress(
  db: CitizenDatabase,
  requestId: string,
): Promise<SendingProgressRow | undefined> {
  return db.progress.get(requestId);
}

/** What would be lost with the device: also what only a newer build can send. */
export function countWaiting(db: CitizenDatabase): Promise<number> {
  return db.outbox.filter((entry) => !isKnown(entry) || isWaitedFor(entry)).count();
}

/** Whether sync has anything to do for the outbox. */
export async function hasOutgoing(db: CitizenDatabase): Promise<boolean> {
  return (await db.outbox.count()) > 0;
}

/** *Tentar enviar agora*: every waiting entry is due at once. */
export async function tryNow(db: CitizenDatabase, now: Date): Promise<void> {
  await db.transaction('rw', db.outbox, db.facts, async () => {
    await db.outbox.toCollection().modify({ nextAttemptAt: now.getTime() });
    await requestRound(db);
  });
}

/** Whether a round is bringing something to the server right now. */
export async function isSending(db: CitizenDatabase | null): Promise<boolean> {
  return db !== null && (await db.outbox.filter((entry) => entry.sending === 1).count()) > 0;
}

/** What is to be sent, one line for each request. `beginAttempt` tells whether the turn of an entry has come. */
export async function listLines(db: CitizenDatabase): Promise<OutboxRow[][]> {
  return sortIntoLines(await listEntries(db));
}

/** When the next entry is due, in milliseconds since the epoch. One that waits for another is not due before that one is gone. */
export async function nextDueAt(db: CitizenDatabase): Promise<number | undefined> {
  const entries = await listEntries(db);
  const due = entries.filter((entry) => !isHeld(entry, entries)).map(({ nextAttemptAt }) => nextAttemptAt);
  return due.length === 0 ? undefined : Math.min(...due);
}

/** The entry as it stands, marked as being sent; undefined when it is gone, was postponed meanwhile or waits for another. */
export function beginAttempt(
  db: CitizenDatabase,
  commandId: string,
  now: Date,
): Promise<OutboxRow | undefined> {
  return db.transaction('rw', db.outbox, async () => {
    const entry = await db.outbox.get(commandId);
    if (!entry || entry.nextAttemptAt > now.getTime()) return undefined;
    if (isHeld(entry, await listEntries(db, entry.requestId))) return undefined;
    const begun: OutboxRow = { ...entry, attempts: entry.attempts + 1, sending: 1, committing: 0 };
    await db.outbox.put(begun);
    return begun;
  });
}

/** From here on it cannot be stopped any more. False: it was taken back while its files went up. */
export function beginCommit(db: CitizenDatabase, commandId: string): Promise<boolean> {
  return db.transaction('rw', db.outbox, async () => {
    const entry = await db.outbox.get(commandId);
    if (entry) await db.outbox.put({ ...entry, committing: 1 });
    return entry !== undefined;
  });
}

export interface Postponement {
  nextAttemptAt: number;
  waitReason: WaitReason;
  missingFileName?: string;
}

export async function postpone(db: CitizenDatabase, commandId: string, why: Postponement): Promise<void> {
  await db.outbox.update(commandId, {
    sending: 0,
    committing: 0,
    nextAttemptAt: why.nextAttemptAt,
    waitReason: why.waitReason,
    missingFileName: why.missingFileName ?? null,
  });
}

/** For a round that found no connection: what else was due waits as long, without having been tried. */
export async function postponeDue(db: CitizenDatabase, now: Date, why: Postponement): Promise<void> {
  await db.outbox
    .where('nextAttemptAt')
    .belowOrEqual(now.getTime())
    .modify({ sending: 0, committing: 0, nextAttemptAt: why.nextAttemptAt, waitReason: why.waitReason });
}

/** Until whoever wrote it signs in again. */
export async function pauseUntilSignedIn(db: CitizenDatabase): Promise<void> {
  await db.outbox
    .toCollection()
    .modify({ sending: 0, committing: 0, nextAttemptAt: Number.MAX_SAFE_INTEGER, waitReason: 'signedOut' });
}

/**
 * Run by whoever holds the lock, before a round: clears the marks that a round left when its tab died, and brings near what a clock moved
 * back has put farther away than any wait can be.
 */
export async function tidyOutbox(db: CitizenDatabase, now: Date, maxWaitMs: number): Promise<void> {
  const latest = now.getTime() + maxWaitMs;
  await db.outbox.toCollection().modify((entry) => {
    entry.sending = 0;
    entry.committing = 0;
    if (entry.waitReason !== 'signedOut' && entry.nextAttemptAt > latest) entry.nextAttemptAt = latest;
  });
}

/** The owner has signed in: everything may go, and sync may ask again. */
export async function releaseWaiting(db: CitizenDatabase, now: Date): Promise<void> {
  await db.transaction('rw', db.outbox, db.facts, async () => {
    await db.outbox.filter((entry) => entry.sending === 0).modify({ nextAttemptAt: now.getTime() });
    await patchSyncState(db, { connection: 'unknown', nextAttemptAt: null });
    await requestRound(db);
  });
}

/** Waiting may be over: going online, becoming visible. What waits for its owner waits on. */
export async function resetOutboxBackoff(db: CitizenDatabase, now: Date): Promise<void> {
  await db.outbox
    .filter((entry) => entry.sending === 0 && entry.waitReason !== 'signedOut')
    .modify({ nextAttemptAt: now.getTime() });
}

/** False: the entry was taken back, and its files need not go on. */
export function noteProgress(
  db: CitizenDatabase,
  commandId: string,
  progress: SendingProgressRow,
): Promise<boolean> {
  return db.transaction('rw', db.outbox, db.progress, async () => {
    if (!(await db.outbox.get(commandId))) return false;
    await db.progress.put(progress);
    return true;
  });
}

/** What has arrived leaves the outbox, also where its draft is gone, or it would be sent for ever. The caller holds a transaction over both tables. */
export async function endEntries(db: CitizenDatabase, requestId: string, arrival: Arrival): Promise<void> {
  for (const entry of await listEntries(db, requestId)) {
    if (!rulesOf(entry).isEndedBy(arrival, entry.command)) continue;
    await db.outbox.delete(entry.commandId);
    if (isDraftEntry(entry)) await db.progress.delete(requestId);
  }
}
