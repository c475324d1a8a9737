import type { CitizenDatabase } from '../core/citizen-database.ts';
import { hasArrived } from '../drafts/arrived.ts';
import { draftIdOf, isDraftEntry } from './commands.ts';

/**
 * Opens drafts that were submitted, are in no outbox and have not arrived. A tab of the previous build deletes all entries of a request when
 * it hears of the request, replies included; their words would be hidden for ever.
 */
export async function reopenStranded(db: CitizenDatabase): Promise<void> {
  await db.transaction('rw', db.drafts, db.outbox, db.requests, db.messages, async () => {
    const submitted = await db.drafts.filter(({ submittedAt }) => submittedAt !== null).toArray();
    if (submitted.length === 0) return;
    const entries = (await db.outbox.toArray()).filter(isDraftEntry);
    const waiting = new Set(entries.map((entry) => draftIdOf(entry)));
    for (const { id } of submitted) {
      if (!waiting.has(id) && !(await hasArrived(db, id))) await db.drafts.update(id, { submittedAt: null });
    }
  });
}
