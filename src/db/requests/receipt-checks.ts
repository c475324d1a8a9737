import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { ReceiptCheck } from '../core/schema.ts';
import type { Arrival } from '../outbox/commands.ts';

/** In the table of single values: the requests and messages whose receipts nobody could check when they came. */
const KEY = 'uncheckedReceipts';

/** By its type, since a message might have the id of a request. */
type Unchecked = Record<Arrival['type'], string[]>;

async function readIds(db: CitizenDatabase): Promise<Unchecked> {
  const kept = await db.metadata.get(KEY);
  return (kept?.value as Unchecked | undefined) ?? { request: [], message: [] };
}

/** As they are here. */
export async function listUnchecked(db: CitizenDatabase): Promise<Arrival[]> {
  const { request, message } = await readIds(db);
  if (request.length + message.length === 0) return [];
  const [requests, messages] = await Promise.all([
    db.requests.bulkGet(request),
    db.messages.bulkGet(message),
  ]);
  return [
    ...requests.flatMap((row): Arrival[] => (row ? [{ type: 'request', request: row }] : [])),
    ...messages.flatMap((row): Arrival[] => (row ? [{ type: 'message', message: row }] : [])),
  ];
}

export function noteUnchecked(db: CitizenDatabase, arrival: Arrival): Promise<void> {
  return change(db, arrival, (ids, id) => [...new Set([...ids, id])]);
}

/** Keeps what came of checking one of them late. */
export async function keepChecks(
  db: CitizenDatabase,
  arrival: Arrival,
  checks: Partial<Record<'receiptCheck' | 'withdrawalCheck', ReceiptCheck>>,
): Promise<void> {
  await (arrival.type === 'request'
    ? db.requests.update(arrival.request.id, checks)
    : db.messages.update(arrival.message.id, checks));
  await change(db, arrival, (ids, id) => ids.filter((each) => each !== id));
}

function change(
  db: CitizenDatabase,
  arrival: Arrival,
  apply: (ids: string[], id: string) => string[],
): Promise<void> {
  const id = arrival.type === 'request' ? arrival.request.id : arrival.message.id;
  return db.transaction('rw', db.metadata, async () => {
    const before = await readIds(db);
    const value: Unchecked = { ...before, [arrival.type]: apply(before[arrival.type], id) };
    await db.metadata.put({ key: KEY, value });
  });
}
