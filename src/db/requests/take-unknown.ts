import type { Change } from '../../contract/types.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { countNew } from '../core/counters.ts';
import { isOfType } from '../outbox/outbox.ts';
import { toRow } from './requests.ts';

/**
 * Writes together what this device has never heard of, as nearly everything of a first pull: there is nothing to compare it with and nothing
 * to settle, and one by one ten thousand requests take minutes on a slow device. Answers the changes that are left. The caller holds a
 * transaction over `requestTables` and `messageTables`.
 */
export async function takeUnknown(db: CitizenDatabase, changes: Change[]): Promise<Change[]> {
  const known = await readKnown(db, changes.flatMap(idOf));
  const unknown = new Set<Change>();
  for (const change of changes) {
    for (const id of idOf(change)) {
      if (!known.has(id)) unknown.add(change);
      // Should it come again on this page, that is another version of it.
      known.add(id);
    }
  }
  const requests = [...unknown].flatMap((change) =>
    change.type === 'request' ? [toRow(change.request, null, 0)] : [],
  );
  const messages = [...unknown].flatMap((change) => (change.type === 'message' ? [change.message] : []));
  if (requests.length > 0) await db.requests.bulkPut(requests);
  if (messages.length > 0) await db.messages.bulkPut(messages);
  await countNew(db, requests);
  return changes.filter((change) => !unknown.has(change));
}

function idOf(change: Change): string[] {
  if (change.type === 'request') return [change.request.id];
  return change.type === 'message' ? [change.message.id] : [];
}

/** Those of which the device has something: from the server, as a draft, or on its way out. */
async function readKnown(db: CitizenDatabase, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const [requests, messages, drafts, entries] = await Promise.all([
    db.requests.bulkGet(ids),
    db.messages.bulkGet(ids),
    db.drafts.bulkGet(ids),
    db.outbox.toArray(),
  ]);
  const rows = [...requests, ...messages, ...drafts].flatMap((row) => (row ? [row.id] : []));
  const waiting = entries.flatMap((entry) =>
    isOfType(entry, 'sendReply') ? [entry.requestId, entry.command.messageId] : [entry.requestId],
  );
  return new Set([...rows, ...waiting]);
}
