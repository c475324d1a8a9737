import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftCommand, DraftRow, OutboxRow, SendReplyCommand } from '../core/schema.ts';
import { newDraft } from '../drafts/draft-edit.ts';
import { hasArrived } from '../drafts/drafts.ts';
import { isOfType, readWaiting } from './outbox.ts';

/** An entry that was a draft. */
export type DraftEntry = OutboxRow<DraftCommand>;

export function isDraftEntry(entry: OutboxRow): entry is DraftEntry {
  return isOfType(entry, 'submitRequest') || isOfType(entry, 'sendReply');
}

/** The draft that it was, and will be again when it is taken back or refused. */
export function draftIdOf({ requestId, command }: DraftEntry): string {
  return command.type === 'sendReply' ? command.messageId : requestId;
}

/** The words of an entry whose draft is gone. */
export function draftOf(entry: DraftEntry): DraftRow {
  const { command } = entry;
  return {
    ...newDraft(draftIdOf(entry), 'outbox', new Date(command.content.writtenAt)),
    revision: 1,
    descriptionRevision: 1,
    submissions: command.revision,
    ...wordsOf(entry),
  };
}

function wordsOf({ requestId, command }: DraftEntry) {
  if (command.type === 'sendReply') {
    const { purpose, body } = command.content;
    return { description: body, replyTo: { requestId, purpose } };
  }
  const { kind, onBehalfOf, description, complaint = null, topic } = command.content;
  return { kind, onBehalfOf, description, complaint, topic };
}

export function takeBackTables(db: CitizenDatabase) {
  return [db.drafts, db.outbox, db.progress, db.requests, db.messages];
}

/**
 * *Não enviar*: the draft is the citizen's again. Also stops an upload; false once the commit is on its way. If the server took it after all, that comes back by
 * the change feed; submitting it again makes a new revision and a new key.
 */
export function takeBack(db: CitizenDatabase, requestId: string, now: Date): Promise<boolean> {
  return db.transaction('rw', takeBackTables(db), async () =>
    reopen(db, await readWaiting(db, requestId), now),
  );
}

/** *Não enviar* of a reply. */
export function takeBackReply(db: CitizenDatabase, messageId: string, now: Date): Promise<boolean> {
  return db.transaction('rw', takeBackTables(db), async () =>
    reopen(db, await readWaitingReply(db, messageId), now),
  );
}

export async function readWaitingReply(
  db: CitizenDatabase,
  messageId: string,
): Promise<OutboxRow<SendReplyCommand> | undefined> {
  const entries = await db.outbox.toArray();
  return entries
    .filter((entry) => isOfType(entry, 'sendReply'))
    .find(({ command }) => command.messageId === messageId);
}

async function reopen(db: CitizenDatabase, entry: DraftEntry | undefined, now: Date): Promise<boolean> {
  if (!entry || entry.committing === 1) return false;
  await db.outbox.delete(entry.commandId);
  await db.progress.delete(entry.requestId);
  await reopenDraft(db, entry, { updatedAt: now.toISOString() });
  return true;
}

/** What waits may be the only copy of the words. The caller holds a transaction over `takeBackTables`. */
export async function reopenDraft(
  db: CitizenDatabase,
  entry: DraftEntry,
  changes: Partial<DraftRow>,
): Promise<void> {
  const draftId = draftIdOf(entry);
  const draft = await db.drafts.get(draftId);
  if (!draft && (await hasArrived(db, draftId))) return;
  await db.drafts.put({ ...(draft ?? draftOf(entry)), submittedAt: null, ...changes });
}
