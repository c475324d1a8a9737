import type { CitizenDatabase } from '../core/citizen-database.ts';
import { noteFound } from '../core/metadata.ts';
import type { OutboxRow, SendingProgressRow } from '../core/schema.ts';
import { isKnown, rulesOf } from './commands.ts';
import { isHeld, listEntries, readProgress, UNTIL_SIGNED_IN } from './outbox.ts';

/** Lists entries in lines that are sent one after the other: one line for each request, oldest first, and one for each entry that goes alone. */
export async function listLines(db: CitizenDatabase): Promise<OutboxRow[][]> {
  const lines = new Map<string, OutboxRow[]>();
  for (const entry of (await listEntries(db)).sort(inOrder)) {
    const key = rulesOf(entry).turn === 'alone' ? entry.commandId : entry.requestId;
    lines.set(key, [...(lines.get(key) ?? []), entry]);
  }
  return [...lines.values()];
}

/** Whether an entry is due, or has become due after `since`. An entry that waits for another, or for a sign-in of its owner, is not. */
export async function hasDue(db: CitizenDatabase, now: Date, since = 0): Promise<boolean> {
  const entries = await listEntries(db);
  const isDue = ({ nextAttemptAt }: OutboxRow) => nextAttemptAt > since && nextAttemptAt <= now.getTime();
  return entries.some((entry) => isDue(entry) && !isHeld(entry, entries));
}

function inOrder(a: OutboxRow, b: OutboxRow): number {
  const place = (entry: OutboxRow) => (rulesOf(entry).turn === 'first' ? 0 : 1);
  if (a.requestId === b.requestId && place(a) !== place(b)) return place(a) - place(b);
  return a.queuedAt.localeCompare(b.queuedAt);
}

/** Marks an entry as being sent and returns it; undefined when it is gone, is not due or waits for another entry. */
export function beginAttempt(db: CitizenDatabase, commandId: string, now: Date) {
  return db.transaction('rw', db.outbox, async () => {
    const entry = await db.outbox.get(commandId);
    if (!entry || entry.nextAttemptAt > now.getTime()) return undefined;
    if (isHeld(entry, await listEntries(db, entry.requestId))) return undefined;
    const begun: OutboxRow = { ...entry, attempts: entry.attempts + 1, sending: 1, committing: 0 };
    await db.outbox.put(begun);
    return begun;
  });
}

/** Marks that the commit of an entry begins: from then on the citizen cannot stop it. Returns false where it was taken back while its files were uploaded. */
export function beginCommit(db: CitizenDatabase, commandId: string): Promise<boolean> {
  return db.transaction('rw', db.outbox, async () => {
    const entry = await db.outbox.get(commandId);
    if (entry) await db.outbox.put({ ...entry, committing: 1 });
    return entry !== undefined;
  });
}

const NOT_SENDING = { sending: 0, committing: 0 } as const;

type Postponement = Pick<OutboxRow, 'nextAttemptAt'> &
  Partial<Pick<OutboxRow, 'waitReason' | 'missingFileName'>>;

export async function postpone(db: CitizenDatabase, commandId: string, why: Postponement): Promise<void> {
  await db.outbox.update(commandId, { ...NOT_SENDING, missingFileName: null, ...why });
}

const isResting = ({ sending }: OutboxRow) => sending === 0;

/** Postpones due entries without an attempt, after a round that found no connection. Entries on their way have an outcome of their own. */
export async function postponeDue(db: CitizenDatabase, now: Date, why: Postponement): Promise<void> {
  await db.outbox.where('nextAttemptAt').belowOrEqual(now.getTime()).and(isResting).modify(why);
}

/** Pauses until their owner signs in again all entries that are not on their way, or only one entry and those that wait for it. */
export async function pauseUntilSignedIn(db: CitizenDatabase, one?: OutboxRow): Promise<void> {
  const waits = (entry: OutboxRow) =>
    one ? entry.commandId === one.commandId || (isKnown(entry) && isHeld(entry, [one])) : isResting(entry);
  await db.outbox.filter(waits).modify({ ...NOT_SENDING, ...UNTIL_SIGNED_IN });
}

/** Clears, before a round, the marks of a round whose tab died. Where the clock was set back, no entry is left to wait longer than the longest wait. */
export async function tidyOutbox(
  db: CitizenDatabase,
  now: Date,
  maxWaitMs: { usual: number; dayLimit: number },
): Promise<void> {
  await db.outbox.toCollection().modify((entry) => {
    Object.assign(entry, NOT_SENDING);
    const { waitReason } = entry;
    const latest = now.getTime() + (waitReason === 'dayLimit' ? maxWaitMs.dayLimit : maxWaitMs.usual);
    if (waitReason !== 'signedOut' && entry.nextAttemptAt > latest) entry.nextAttemptAt = latest;
  });
}

/**
 * Notes how many bytes the server has, and that it has answered. Returns false where the entry was taken back, and its files need not go on. Bytes
 * that have just moved show that there is a connection. Bytes that the server had from an earlier attempt never move the bar back.
 */
export function noteProgress(
  db: CitizenDatabase,
  commandId: string,
  progress: SendingProgressRow,
  hasMoved: boolean,
) {
  return db.transaction('rw', db.outbox, db.progress, db.metadata, async () => {
    const entry = await db.outbox.get(commandId);
    if (!entry) return false;
    const { notedAt } = progress;
    const before = hasMoved ? undefined : await readProgress(db, entry);
    await db.progress.put(before ? { ...before, ...(notedAt && { notedAt }) } : { ...progress, commandId });
    if (hasMoved) {
      if (entry.waitReason !== 'new') await db.outbox.put({ ...entry, waitReason: 'new' });
      await noteFound(db, { connection: 'reached', nextAttemptAt: null });
    }
    return true;
  });
}
