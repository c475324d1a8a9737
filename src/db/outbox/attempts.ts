import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { OutboxRow, SendingProgressRow, WaitReason } from '../core/schema.ts';
import { listEntries } from './outbox.ts';
import { isHeld, sortIntoLines } from './outbox-order.ts';

/** What is to be sent, one line for each request. `beginAttempt` tells whether the turn of an entry has come. */
export async function listLines(db: CitizenDatabase): Promise<OutboxRow[][]> {
  return sortIntoLines(await listEntries(db));
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
