import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, readMetadata } from '../core/metadata.ts';
import type { OutboxRow, Refusal, RefusedAction } from '../core/schema.ts';
import { byType, isDraftEntry, rulesOf } from './commands.ts';
import { noteOutcome } from './outcomes.ts';
import { reopenRating } from './rating-draft.ts';
import { reopenDraft, takeBackTables } from './take-back.ts';

/** Records that the server refused an entry: a draft opens again with the reasons, as the words of a rating do; for an action the reason is kept. The next entry can then go. */
export async function recordRefused(db: CitizenDatabase, entry: OutboxRow, refusal: Refusal): Promise<void> {
  await db.transaction('rw', [...takeBackTables(db), db.metadata], async () => {
    if (!(await db.outbox.get(entry.commandId))) return;
    await db.outbox.delete(entry.commandId);
    if (isDraftEntry(entry)) {
      await db.progress.delete(entry.requestId);
      const issues = refusal.issues.map((issue) =>
        // The text of a reply is its draft's description, where an editor shows what is wrong with it.
        issue.field === 'body' ? { ...issue, field: 'description' as const } : issue,
      );
      await reopenDraft(db, entry, { refusal: { ...refusal, issues }, updatedAt: refusal.at });
      await noteOutcome(db, entry.requestId);
    } else {
      await noteRefusedAction(db, entry, refusal);
    }
  });
}

async function noteRefusedAction(db: CitizenDatabase, entry: OutboxRow, refusal: Refusal): Promise<void> {
  const command = rulesOf(entry).refusedAs;
  if (!command) return;
  const { requestId } = entry;
  const { type, at } = refusal;
  await keepRating(db, entry);
  await dismissRefusedAction(db, requestId, command);
  const others = await readMetadata(db, 'refusedActions');
  await keepMetadata(db, 'refusedActions', [...others, { requestId, command, type, at }]);
  await noteOutcome(db, requestId);
}

/** Keeps the words of a refused rating, unless a newer one waits to be sent. */
async function keepRating(db: CitizenDatabase, { requestId, command }: OutboxRow): Promise<void> {
  if (command.type !== 'rate') return;
  const waiting = await db.outbox.where('requestId').equals(requestId).toArray();
  if (byType(waiting, 'rate').length === 0) await reopenRating(db, requestId, command.rating);
}

/** Reads what the server refused to do for this request and the citizen has not read yet. */
export async function readRefusedActions(db: CitizenDatabase, requestId: string): Promise<RefusedAction[]> {
  return (await readMetadata(db, 'refusedActions')).filter((one) => one.requestId === requestId);
}

/** Forgets a refusal that the citizen has read, or whose command they gave again. */
export async function dismissRefusedAction(
  db: CitizenDatabase,
  requestId: string,
  command: RefusedAction['command'],
): Promise<void> {
  await db.transaction('rw', db.metadata, async () => {
    const all = await readMetadata(db, 'refusedActions');
    const others = all.filter((one) => one.requestId !== requestId || one.command !== command);
    await keepMetadata(db, 'refusedActions', others);
  });
}
