import type { CitizenDatabase } from '../core/citizen-database.ts';
import { type ArrivalIds, keepMetadata, readMetadata } from '../core/metadata.ts';
import type { CheckedRequest, ReceiptCheck } from '../core/schema.ts';
import type { Arrival } from '../outbox/commands.ts';

/** An arrival with the results of checking its receipts. */
export interface CheckedArrival {
  arrival: Arrival;
  checks: Partial<Record<'receiptCheck' | 'withdrawalCheck', ReceiptCheck>>;
}

/** The receipts of a request or message, and what was found when they were checked. */
export type Signed = Partial<
  Pick<CheckedRequest, 'receipt' | 'receiptCheck' | 'withdrawalReceipt' | 'withdrawalCheck'>
>;

const CHECKED = [
  ['receiptCheck', 'receipt'],
  ['withdrawalCheck', 'withdrawalReceipt'],
] as const;

/**
 * Lists the checks that are final: a receipt that did not fit what the device sent still does not fit, whatever words the server gives now.
 */
export function listUnfit(arrived: Signed, before: Signed | undefined) {
  return CHECKED.flatMap(([check, receipt]) =>
    before?.[check] === 'doesNotFit' && before[receipt] === arrived[receipt] ? [check] : [],
  );
}

/** Returns what arrives with the checks that are final. */
export function withUnfit<A extends Signed>(arrived: A, before: Signed | undefined): A {
  return {
    ...arrived,
    ...Object.fromEntries(listUnfit(arrived, before).map((check) => [check, 'doesNotFit'])),
  };
}

/** Whether one of its receipts was never checked. */
export function isUnchecked(row: Signed): boolean {
  return CHECKED.some(([check, receipt]) => row[receipt] !== undefined && row[check] === undefined);
}

/** Lists the requests and messages whose receipts wait for a key, as this device has them. */
export async function listUnchecked(db: CitizenDatabase): Promise<Arrival[]> {
  return readArrivals(db, await readMetadata(db, 'uncheckedReceipts'));
}

/** Reads requests and messages by their ids; those that are gone are left out. */
export async function readArrivals(db: CitizenDatabase, ids: ArrivalIds): Promise<Arrival[]> {
  if (ids.request.length + ids.message.length === 0) return [];
  const [requests, messages] = await Promise.all([
    db.requests.bulkGet(ids.request),
    db.messages.bulkGet(ids.message),
  ]);
  return [
    ...requests.flatMap((row): Arrival[] => (row ? [{ type: 'request', request: row }] : [])),
    ...messages.flatMap((row): Arrival[] => (row ? [{ type: 'message', message: row }] : [])),
  ];
}

export async function noteUnchecked(db: CitizenDatabase, arrivals: readonly Arrival[]): Promise<void> {
  await db.transaction('rw', db.metadata, async () => {
    const { request, message } = await readMetadata(db, 'uncheckedReceipts');
    const late = idsOf(arrivals);
    await keepMetadata(db, 'uncheckedReceipts', {
      request: [...new Set([...request, ...late.request])],
      message: [...new Set([...message, ...late.message])],
    });
  });
}

/** Keeps the results of checks. A receipt whose key is still unknown is noted, or stays noted. */
export async function keepChecks(db: CitizenDatabase, checked: readonly CheckedArrival[]): Promise<void> {
  const [known, unknown] = [false, true].map((isUnknown) =>
    checked
      .filter(({ checks }) => Object.values(checks).includes('unknownKey') === isUnknown)
      .map(({ arrival }) => arrival),
  );
  await db.transaction('rw', db.requests, db.messages, db.metadata, async () => {
    await db.requests.bulkUpdate(updatesOf('request', checked));
    await db.messages.bulkUpdate(updatesOf('message', checked));
    if (unknown?.length) await noteUnchecked(db, unknown);
    await endUnchecked(db, idsOf(known ?? []));
  });
}

function updatesOf(type: Arrival['type'], checked: readonly CheckedArrival[]) {
  return checked
    .filter(({ arrival }) => arrival.type === type)
    .map(({ arrival, checks }) => ({ key: idOf(arrival), changes: checks }));
}

async function endUnchecked(db: CitizenDatabase, gone: ArrivalIds): Promise<void> {
  const { request, message } = await readMetadata(db, 'uncheckedReceipts');
  if (request.length + message.length === 0) return;
  await keepMetadata(db, 'uncheckedReceipts', {
    request: without(request, gone.request),
    message: without(message, gone.message),
  });
}

export function idsOf(arrivals: readonly Arrival[]): ArrivalIds {
  return {
    request: arrivals.filter(({ type }) => type === 'request').map(idOf),
    message: arrivals.filter(({ type }) => type === 'message').map(idOf),
  };
}

function idOf(arrival: Arrival): string {
  return arrival.type === 'request' ? arrival.request.id : arrival.message.id;
}

function without(ids: readonly string[], gone: readonly string[]): string[] {
  const set = new Set(gone);
  return ids.filter((id) => !set.has(id));
}
