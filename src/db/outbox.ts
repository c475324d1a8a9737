import type { CitizenDatabase } from './citizen-database.ts';
import { newDraft } from './draft-edit.ts';
import { noteSync, requestRound } from './facts.ts';
import type { DraftRow, OutboxRow, Refusal, SendingProgressRow, WaitReason } from './schema.ts';

/** Oldest first. */
export function listWaiting(db: CitizenDatabase): Promise<OutboxRow[]> {
  return db.outbox.toCollection().sortBy('queuedAt');
}

export function readWaiting(db: CitizenDatabase, requestId: string): Promise<OutboxRow | undefined> {
  return db.outbox.where('requestId').equals(requestId).first();
}

export function readProgress(
  db: CitizenDatabase,
  requestId: string,
): Promise<SendingProgressRow | undefined> {
  return db.progress.get(requestId);
}

export function countWaiting(db: CitizenDatabase): Promise<number> {
  return db.outbox.count();
}

/** *Tentar enviar agora*: every waiting entry is due at once. */
export async function tryNow(db: CitizenDatabase, now: Date): Promise<void> {
  await db.transaction('rw', db.outbox, db.facts, async () => {
    await db.outbox.toCollection().modify({ nextAttemptAt: now.getTime() });
    await requestRound(db);
  });
}

/** The words of an entry whose draft is gone. */
export function draftOf({ requestId, command }: OutboxRow): DraftRow {
  const { kind, onBehalfOf, description, complaint = null, topic, writtenAt } = command.content;
  return {
    ...newDraft(requestId, 'outbox', new Date(writtenAt)),
    revision: 1,
    descriptionRevision: 1,
    submissions: command.revision,
    kind,
    onBehalfOf,
    description,
    complaint,
    topic,
  };
}

/**
 * *Não enviar*: the draft is the citizen's again. Also stops an upload; false once the commit is on its way. If the server took it after all, that comes back by
 * the change feed; submitting it again makes a new revision and a new key.
 */
export function takeBack(db: CitizenDatabase, requestId: string, now: Date): Promise<boolean> {
  return db.transaction('rw', db.drafts, db.outbox, db.progress, db.requests, async () => {
    const entry = await readWaiting(db, requestId);
    if (!entry || entry.committing === 1) return false;
    await db.outbox.delete(entry.commandId);
    await db.progress.delete(requestId);
    const draft = await db.drafts.get(requestId);
    const isReceived = (await db.requests.get(requestId)) !== undefined;
    // What waits may be the only copy of the words.
    if (draft || !isReceived) {
      await db.drafts.put({
        ...(draft ?? draftOf(entry)),
        submittedAt: null,
        updatedAt: now.toISOString(),
      });
    }
    return true;
  });
}

/** Whether a round is bringing something to the server right now. */
export async function isSending(db: CitizenDatabase | null): Promise<boolean> {
  return db !== null && (await db.outbox.filter((entry) => entry.sending === 1).count()) > 0;
}

/** Entries whose turn has come, oldest first. */
export async function listDue(db: CitizenDatabase, now: Date): Promise<OutboxRow[]> {
  const due = await db.outbox.where('nextAttemptAt').belowOrEqual(now.getTime()).toArray();
  return due.sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
}

/** When the next entry is due, in milliseconds since the epoch. */
export async function nextDueAt(db: CitizenDatabase): Promise<number | undefined> {
  return (await db.outbox.orderBy('nextAttemptAt').first())?.nextAttemptAt;
}

/** The entry as it stands, marked as being sent; undefined when it is gone or was postponed meanwhile. */
export function beginAttempt(
  db: CitizenDatabase,
  commandId: string,
  now: Date,
): Promise<OutboxRow | undefined> {
  return db.transaction('rw', db.outbox, async () => {
    const entry = await db.outbox.get(commandId);
    if (!entry || entry.nextAttemptAt > now.getTime()) return undefined;
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
    await noteSync(db, { connection: 'unknown', nextAttemptAt: null });
    await requestRound(db);
  });
}

/** Waiting may be over: going online, becoming visible. What waits for its owner waits on. */
export async function hurryWaiting(db: CitizenDatabase, now: Date): Promise<void> {
  await db.outbox
    .filter((entry) => entry.sending === 0 && entry.waitReason !== 'signedOut')
    .modify({ nextAttemptAt: now.getTime() });
}

/** The server refused it: the draft opens again with the reasons, and the next entry goes on. */
export async function recordRefused(db: CitizenDatabase, entry: OutboxRow, refusal: Refusal): Promise<void> {
  await db.transaction('rw', db.drafts, db.outbox, db.progress, async () => {
    if (!(await db.outbox.get(entry.commandId))) return;
    await db.outbox.delete(entry.commandId);
    await db.progress.delete(entry.requestId);
    await db.drafts.update(entry.requestId, { submittedAt: null, refusal, updatedAt: refusal.at });
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
