import type { Change, ReceiptKeys } from '../../contract/types.ts';
import { readReceipt } from '../../domain/proof/read-receipt.ts';
import {
  messageToSign,
  requestToSign,
  type Signable,
  withdrawalToSign,
} from '../../domain/proof/signed-content.ts';
import { compareReceipt } from '../../domain/proof/verify-receipt.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import type { CheckedRequest, MessageRow, RequestRow } from '../db/core/schema.ts';
import type { Arrival } from '../db/outbox/commands.ts';
import {
  type CheckedArrival,
  keepChecks,
  listUnchecked,
  listUnfit,
  noteUnchecked,
} from '../db/requests/receipt-checks.ts';
import { askForKeys, readKnownKeys } from './known-keys.ts';
import type { SyncContext } from './sync-context.ts';

/** Returns the arrival with what the device sent: its receipt must be for that, and not for what the answer says. */
type AsSent = (arrival: Arrival) => Arrival;

/** A receipt, the content that it must be for (null: there is none), and the field that keeps the result of the check. */
interface Receipt {
  field: keyof CheckedArrival['checks'];
  jws: string;
  expected: () => Signable | null;
  /** An earlier check has found that it does not fit. */
  isUnfit: boolean;
}

/** Rows of this device by their ids. */
interface Known {
  requests: ReadonlyMap<string, RequestRow>;
  messages: ReadonlyMap<string, MessageRow>;
}

const NO_KEYS: ReceiptKeys = { issuers: [], keys: [] };

/**
 * Returns the changes with the results of checking their receipts. It is called before the transaction that writes them, since an IndexedDB transaction
 * ends while anything else is awaited. It uses the keys that the device has, so that changes wait for no other answer; `checkLate` does the rest.
 */
export async function checkChanges(
  context: SyncContext,
  changes: readonly Change[],
  asSent: AsSent = (arrival) => arrival,
): Promise<Change[]> {
  const arrivals = changes.filter(isArrival);
  if (!arrivals.some(hasReceipt)) return [...changes];
  const [known, keys] = await Promise.all([readKnown(context.db, arrivals), readKnownKeys(context)]);
  const late: Arrival[] = [];
  const checked = await Promise.all(
    changes.map(async (change) => {
      if (!isArrival(change)) return change;
      const { checks, isUnchecked } = await checkAll(listReceipts(asSent(change), known), keys ?? NO_KEYS);
      if (isUnchecked) late.push(change);
      return change.type === 'request'
        ? { ...change, request: { ...change.request, ...checks } }
        : { ...change, message: { ...change.message, ...checks } };
    }),
  );
  if (late.length > 0) await noteUnchecked(context.db, late);
  return checked;
}

/** Returns the change without any result of a check: only this device says whether a receipt fits. */
export function withoutChecks(change: Change): Change {
  if (change.type === 'request') {
    const { receiptCheck, withdrawalCheck, ...request }: CheckedRequest = change.request;
    return { ...change, request };
  }
  if (change.type !== 'message') return change;
  const { receiptCheck, ...message }: MessageRow = change.message;
  return { ...change, message };
}

/** Checks the receipts of one answer in the same way. */
export async function checkAnswer(context: SyncContext, arrival: Arrival, asSent?: AsSent): Promise<Arrival> {
  const [checked] = await checkChanges(context, [withoutChecks(arrival)], asSent);
  return checked && isArrival(checked) ? checked : arrival;
}

/** Checks receipts whose key was unknown when they came, and again those that no key has fitted so far. It does so later where the service cannot be asked. */
export async function checkLate(context: SyncContext): Promise<void> {
  const { db } = context;
  const late = await listUnchecked(db);
  if (late.length === 0) return;
  const keys = await askForKeys(context);
  if (keys) await keepChecks(db, await checkWith(db, late, keys));
}

/** Checks the receipts of what this device has, one after the other: many at once would be one long task. */
export async function checkWith(
  db: CitizenDatabase,
  arrivals: readonly Arrival[],
  keys: ReceiptKeys,
): Promise<CheckedArrival[]> {
  const known = await readKnown(db, arrivals);
  const checked: CheckedArrival[] = [];
  for (const arrival of arrivals) {
    const receipts = listReceipts(arrival, known);
    const { checks } = await checkAll(receipts, keys);
    const unknown = receipts.map(({ field }) => [field, 'unknownKey'] as const);
    checked.push({ arrival, checks: { ...Object.fromEntries(unknown), ...checks } });
  }
  return checked;
}

/** Whether these keys do not fit one of its receipts. */
export function lacksKey({ checks }: CheckedArrival): boolean {
  return Object.values(checks).includes('unknownKey');
}

/** Lists the arrivals among these changes that have a receipt. */
export function listSigned(changes: readonly Change[]): Arrival[] {
  return changes.filter(isArrival).filter(hasReceipt);
}

function isArrival(change: Change): change is Arrival {
  return change.type === 'request' || change.type === 'message';
}

function hasReceipt(arrival: Arrival): boolean {
  return arrival.type === 'request'
    ? Boolean(arrival.request.receipt ?? arrival.request.withdrawalReceipt)
    : arrival.message.receipt !== undefined;
}

type Checks = CheckedArrival['checks'];

async function checkAll(receipts: readonly Receipt[], keys: ReceiptKeys) {
  const checks: Checks = {};
  let isUnchecked = false;
  for (const { field, jws, expected, isUnfit } of receipts) {
    const content = isUnfit ? null : expected();
    const result = content === null ? 'doesNotFit' : await compareReceipt(jws, content, keys);
    if (result === 'unknown') isUnchecked = true;
    else checks[field] = result;
  }
  return { checks, isUnchecked };
}

function listReceipts(arrival: Arrival, { requests, messages }: Known): Receipt[] {
  if (arrival.type === 'message') {
    const { message } = arrival;
    const unfit = listUnfit(message, messages.get(message.id));
    const expected = () => {
      // The request of the message may come after it.
      const ref =
        requests.get(message.requestId)?.reference ?? readReceipt(message.receipt ?? '')?.claims.ref;
      return messageToSign(message, ref ?? '');
    };
    return receiptOf('receiptCheck', message.receipt, expected, unfit);
  }
  const { request } = arrival;
  const unfit = listUnfit(request, requests.get(request.id));
  return [
    ...receiptOf('receiptCheck', request.receipt, () => requestToSign(request), unfit),
    ...receiptOf('withdrawalCheck', request.withdrawalReceipt, () => withdrawalToSign(request), unfit),
  ];
}

function receiptOf(
  field: Receipt['field'],
  jws: string | undefined,
  expected: Receipt['expected'],
  unfit: readonly Receipt['field'][],
): Receipt[] {
  return jws === undefined ? [] : [{ field, jws, expected, isUnfit: unfit.includes(field) }];
}

/** Reads what this device has of the requests and messages that arrive, and of the requests of these messages. */
async function readKnown(db: CitizenDatabase, arrivals: readonly Arrival[]): Promise<Known> {
  const messageIds = arrivals.flatMap((arrival) => (arrival.type === 'message' ? [arrival.message.id] : []));
  const requestIds = arrivals.map((arrival) =>
    arrival.type === 'message' ? arrival.message.requestId : arrival.request.id,
  );
  const [requests, messages] = await Promise.all([
    db.requests.bulkGet([...new Set(requestIds)]),
    db.messages.bulkGet(messageIds),
  ]);
  return { requests: byId(requests), messages: byId(messages) };
}

function byId<Row extends { id: string }>(rows: readonly (Row | undefined)[]): Map<string, Row> {
  return new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}
