import type { CitizenDatabase } from '../core/citizen-database.ts';
import { type Arrival, isDraftEntry, rulesOf } from './commands.ts';
import { listEntries } from './outbox.ts';

/** Deletes entries that news of their request shows to have arrived, also where their draft is gone; they would be sent for ever. The caller holds a transaction over both tables. */
export async function endEntries(db: CitizenDatabase, requestId: string, arrival: Arrival): Promise<void> {
  for (const entry of await listEntries(db, requestId)) {
    if (!rulesOf(entry).isEndedBy(arrival, entry.command)) continue;
    await db.outbox.delete(entry.commandId);
    if (isDraftEntry(entry)) await db.progress.delete(requestId);
  }
}
