import type { CitizenDatabase } from '../core/citizen-database.ts';
import { type Arrival, isDraftEntry, rulesOf } from './commands.ts';
import { listEntries } from './outbox.ts';

/** What has arrived leaves the outbox, also where its draft is gone, or it would be sent for ever. The caller holds a transaction over both tables. */
export async function endEntries(db: CitizenDatabase, requestId: string, arrival: Arrival): Promise<void> {
  for (const entry of await listEntries(db, requestId)) {
    if (!rulesOf(entry).isEndedBy(arrival, entry.command)) continue;
    await db.outbox.delete(entry.commandId);
    if (isDraftEntry(entry)) await db.progress.delete(requestId);
  }
}
