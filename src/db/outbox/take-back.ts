import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow, OutboxRow } from '../core/schema.ts';
import { hasArrived } from '../drafts/arrived.ts';
import { newDraft } from '../drafts/draft-edit.ts';
import { deleteDraft } from '../drafts/mark-draft.ts';
import { type DraftEntry, draftIdOf, draftRulesOf, isDraftEntry } from './commands.ts';
import { listEntries } from './outbox.ts';

/** Makes a draft from an entry whose own draft is gone. */
export function draftOf(entry: DraftEntry): DraftRow {
  const { content, revision } = entry.command;
  return {
    ...newDraft(draftIdOf(entry), 'outbox', new Date(content.writtenAt)),
    revision: 1,
    descriptionRevision: 1,
    submissions: revision,
    ...draftRulesOf(entry).contentOf(entry),
  };
}

export function takeBackTables(db: CitizenDatabase) {
  return [db.drafts, db.outbox, db.progress, db.requests, db.messages];
}

/**
 * *Não enviar*: opens the draft that the entry was, or deletes any other entry, and stops its upload. Returns false once the commit may be on its way.
 * If the server took it after all, the change feed says so; submitting again makes a new revision and a new key.
 */
export function takeBackEntry(db: CitizenDatabase, commandId: string, now: Date): Promise<boolean> {
  return db.transaction('rw', takeBackTables(db), async () =>
    takeOut(db, await db.outbox.get(commandId), now),
  );
}

/** *Não enviar* for the request or the reply that this draft became. */
export function takeBack(db: CitizenDatabase, draftId: string, now: Date): Promise<boolean> {
  return db.transaction('rw', takeBackTables(db), async () => {
    const entries = (await listEntries(db)).filter(isDraftEntry);
    const entry = entries.find((one) => draftIdOf(one) === draftId);
    return takeOut(db, entry, now);
  });
}

/** Takes back a request or a reply that waits and deletes its draft, in one step that `restoreWaiting` undoes. False once it may be on its way. */
export function removeWaiting(db: CitizenDatabase, draftId: string, now: Date): Promise<boolean> {
  return db.transaction('rw', takeBackTables(db), async () => {
    const isTakenBack = await takeBack(db, draftId, now);
    if (isTakenBack) await deleteDraft(db, draftId, now);
    return isTakenBack;
  });
}

async function takeOut(db: CitizenDatabase, entry: OutboxRow | undefined, now: Date): Promise<boolean> {
  if (!entry || entry.committing === 1) return false;
  await db.outbox.delete(entry.commandId);
  if (isDraftEntry(entry)) {
    await db.progress.delete(entry.requestId);
    await reopenDraft(db, entry, { updatedAt: now.toISOString() });
  }
  return true;
}

/**
 * Opens the draft that the entry was; the entry may be the only copy of its words. The caller holds a transaction over `takeBackTables`. What the feed said
 * of the draft while it was submitted was passed over, so it is in the account only once that has been asked again.
 */
export async function reopenDraft(db: CitizenDatabase, entry: DraftEntry, changes: Partial<DraftRow>) {
  const draftId = draftIdOf(entry);
  const draft = await db.drafts.get(draftId);
  if (!draft && (await hasArrived(db, draftId))) return;
  const opened = draft ?? draftOf(entry);
  const account = opened.account && { ...opened.account, revision: null };
  await db.drafts.put({ ...opened, submittedAt: null, account, ...changes });
}
