import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, readMetadata } from '../core/metadata.ts';
import type { ReceiptCheck } from '../core/schema.ts';
import type { Arrival } from '../outbox/commands.ts';

/** Lists the requests and messages with unchecked receipts, as this device has them. */
export async function listUnchecked(db: CitizenDatabase): Promise<Arrival[]> {
  const { request, message } = await readMetadata(db, 'uncheckedReceipts');
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

export async function noteUnchecked(db: CitizenDatabase, arrivals: readonly Arrival[]): Promise<void> {
  await db.transaction('rw', db.metadata, async () => {
    const { request, message } = await readMetadata(db, 'uncheckedReceipts');
    await keepMetadata(db, 'uncheckedReceipts', {
      request: [...new Set([...request, ...idsOf('request', arrivals)])],
      message: [...new Set([...message, ...idsOf('message', arrivals)])],
    });
  });
}

interface LateCheck {
  arrival: Arrival;
  checks: Partial<Record<'receiptCheck' | 'withdrawalCheck', ReceiptCheck>>;
}

/** Keeps the results of late checks. A receipt whose key is still unknown stays on the list. */
export async function keepChecks(db: CitizenDatabase, late: readonly LateCheck[]): Promise<void> {
  const arrivals = late
    .filter(({ checks }) => !Object.values(checks).includes('unknownKey'))
    .map(({ arrival }) => arrival);
  await db.transaction('rw', db.requests, db.messages, db.metadata, async () => {
    for (const { arrival, checks } of late) {
      if (arrival.type === 'request') await db.requests.update(arrival.request.id, checks);
      else await db.messages.update(arrival.message.id, checks);
    }
    const { request, message } = await readMetadata(db, 'uncheckedReceipts');
    await keepMetadata(db, 'uncheckedReceipts', {
      request: without(request, idsOf('request', arrivals)),
      message: without(message, idsOf('message', arrivals)),
    });
  });
}

function idsOf(type: Arrival['type'], arrivals: readonly Arrival[]): string[] {
  return arrivals
    .filter((arrival) => arrival.type === type)
    .map((arrival) => (arrival.type === 'request' ? arrival.request.id : arrival.message.id));
}

function without(ids: readonly string[], gone: readonly string[]): string[] {
  const set = new Set(gone);
  return ids.filter((id) => !set.has(id));
}
