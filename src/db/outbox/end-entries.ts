import type { CitizenDatabase } from '../core/citizen-database.ts';
import { type Arrival, isDraftEntry, rulesOf } from './commands.ts';
import { listEntries } from './outbox.ts';

/**
 * Deletes entries that, by news of their request, have arrived or are pointless. It does so also where their draft is gone, or they would be sent
 * for ever. The caller holds a transaction over `outbox` and `progress`.
 */
export async function endEntries(db: CitizenDatabase, requestId: string, arrival: Arrival): Promise<void> {
  for (const entry of await listEntries(db, requestId)) {
    if (!rulesOf(entry).isEndedBy(arrival, entry.command)) continue;
    await db.outbox.delete(entry.commandId);
    if (isDraftEntry(entry)) await db.progress.delete(requestId);
  }
}
