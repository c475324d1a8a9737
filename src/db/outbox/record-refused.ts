import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { OutboxRow, Refusal } from '../core/schema.ts';
import { noteRefusedAction } from './refused-actions.ts';
import { isDraftEntry, reopenDraft, takeBackTables } from './take-back.ts';

/** The server refused it: a draft opens again with the reasons, of anything else the reason is kept, and the next entry goes on. */
export async function recordRefused(db: CitizenDatabase, entry: OutboxRow, refusal: Refusal): Promise<void> {
  await db.transaction('rw', [...takeBackTables(db), db.facts], async () => {
    if (!(await db.outbox.get(entry.commandId))) return;
    await db.outbox.delete(entry.commandId);
    if (isDraftEntry(entry)) {
      await db.progress.delete(entry.requestId);
      const issues = refusal.issues.map((issue) =>
        // The text of a reply is its draft's description, where an editor shows what is wrong with it.
        issue.field === 'body' ? { ...issue, field: 'description' as const } : issue,
      );
      await reopenDraft(db, entry, { refusal: { ...refusal, issues }, updatedAt: refusal.at });
    } else {
      await noteRefusedAction(db, entry, refusal);
    }
  });
}
