import type { CitizenDatabase } from '../core/citizen-database.ts';
import { hasArrived } from '../drafts/drafts.ts';
import { draftIdOf, isDraftEntry } from './commands.ts';

/**
 * What was submitted, waits nowhere and has not arrived is the citizen's again. A tab of the build before takes all that waits for a request
 * out of the outbox when it hears of the request, replies included: their words would be locked away for ever.
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
