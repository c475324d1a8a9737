import type { CitizenDatabase } from '../core/citizen-database.ts';
import { patchSyncState, requestRound } from '../core/metadata.ts';
import type { OutboxRow } from '../core/schema.ts';
import { isKnown, isRequestEntry, isWaitedFor, rulesOf } from './commands.ts';

/** The fields of an entry that can be sent only in a session of its owner. */
export const UNTIL_SIGNED_IN = {
  nextAttemptAt: Number.MAX_SAFE_INTEGER,
  waitReason: 'signedOut',
} as const;

/** Lists entries that this build knows; entries of a newer build are left to that build. */
export function listEntries(db: CitizenDatabase, requestId?: string): Promise<OutboxRow[]> {
  const entries = requestId === undefined ? db.outbox : db.outbox.where('requestId').equals(requestId);
  // There is no `await` here: after a few of them a live query no longer notices what is read.
  return entries.toArray().then((rows) => rows.filter(isKnown));
}

/** Lists entries that the citizen waits for, oldest first: all of them, or those of one request. */
export async function listWaiting(db: CitizenDatabase, requestId?: string) {
  const entries = (await listEntries(db, requestId)).filter(isWaitedFor);
  return entries.sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
}

/** Lists submissions that wait, oldest first. */
export async function listWaitingRequests(db: CitizenDatabase) {
  return (await listWaiting(db)).filter(isRequestEntry);
}

/** Reads the entry that is to become this request. */
export async function readWaiting(db: CitizenDatabase, requestId: string) {
  return (await listEntries(db, requestId)).find(isRequestEntry);
}

/** Reads how far the files of this entry are, not those of another message about its request. */
export async function readProgress(db: CitizenDatabase, { requestId, commandId }: OutboxRow) {
  const progress = await db.progress.get(requestId);
  return progress?.commandId === commandId ? progress : undefined;
}

/** Counts the entries that would be lost with the device, those of a newer build included. */
export function countWaiting(db: CitizenDatabase): Promise<number> {
  return db.outbox.filter((entry) => !isKnown(entry) || isWaitedFor(entry)).count();
}

/** Whether sync has anything to do for the outbox. */
export async function hasOutgoing(db: CitizenDatabase): Promise<boolean> {
  return (await db.outbox.count()) > 0;
}

/** Whether a round is bringing something to the server right now. */
export async function isSending(db: CitizenDatabase | null): Promise<boolean> {
  return db !== null && (await db.outbox.filter((entry) => entry.sending === 1).count()) > 0;
}

/** Whether an entry must let another one of its request go first. */
export function isHeld(entry: OutboxRow, entries: readonly OutboxRow[]): boolean {
  if (rulesOf(entry).turn !== 'inOrder') return false;
  return entries.some((other) => {
    if (other.commandId === entry.commandId || other.requestId !== entry.requestId) return false;
    const { turn } = rulesOf(other);
    if (turn === 'first') return true;
    // Without its bytes an entry never goes as it is: whoever mends it submits it anew, behind all others.
    return turn === 'inOrder' && other.waitReason !== 'missingBytes' && other.queuedAt < entry.queuedAt;
  });
}

/** Returns when the next entry is due, in milliseconds since the epoch. An entry that waits for another is not due before the other is gone. */
export async function nextDueAt(db: CitizenDatabase): Promise<number | undefined> {
  const entries = await listEntries(db);
  const due = entries.filter((entry) => !isHeld(entry, entries)).map(({ nextAttemptAt }) => nextAttemptAt);
  return due.length === 0 ? undefined : Math.min(...due);
}

/** Makes all entries due once their owner has signed in. */
export async function releaseWaiting(db: CitizenDatabase, now: Date): Promise<void> {
  await db.transaction('rw', db.outbox, db.metadata, async () => {
    await db.outbox
      .filter((entry) => entry.sending === 0)
      .modify((entry) => {
        entry.nextAttemptAt = now.getTime();
        if (entry.waitReason === 'signedOut') entry.waitReason = 'new';
      });
    await patchSyncState(db, { connection: 'unknown', nextAttemptAt: null });
    await requestRound(db);
  });
}

/** Makes postponed entries due: somebody asks for it, the device went online, or the page became visible. Entries that wait for their owner go on waiting. */
export async function resetOutboxBackoff(db: CitizenDatabase, now: Date): Promise<void> {
  await db.outbox
    .filter((entry) => entry.sending === 0 && entry.waitReason !== 'signedOut')
    .modify({ nextAttemptAt: now.getTime() });
}
