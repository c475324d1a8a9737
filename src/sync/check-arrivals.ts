import type { Change } from '../../contract/types.ts';
import { readReceipt } from '../../domain/proof/read-receipt.ts';
import {
  messageToSign,
  requestToSign,
  type Signable,
  withdrawalToSign,
} from '../../domain/proof/signed-content.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import type { MessageRow, ReceiptCheck, RequestRow } from '../db/core/schema.ts';
import type { Arrival } from '../db/outbox/commands.ts';
import { keepChecks, listUnchecked, noteUnchecked } from '../db/requests/receipt-checks.ts';
import { type CheckReceipt, withChecker } from './receipt-checker.ts';
import type { SyncContext } from './sync-context.ts';

/** An arrival as the device had sent it: its receipt has to be of that, and not of what the answer says. */
type AsSent = (arrival: Arrival) => Arrival;

/**
 * The changes with what came of checking their receipts, before the transaction that writes them: IndexedDB lets nothing else be waited for. What
 * could not be checked when it came is checked along with what comes next.
 */
export async function checkChanges(
  context: SyncContext,
  changes: readonly Change[],
  asSent: AsSent = (arrival) => arrival,
): Promise<Change[]> {
  const { db } = context;
  const late = await listUnchecked(db);
  const arrivals = changes.filter(isArrival);
  if (late.length === 0 && !arrivals.some(hasReceipt)) return [...changes];
  const known = await readKnown(db, arrivals);
  return withChecker(context, async (check) => {
    for (const arrival of late) {
      const { checks, isUnchecked } = await checkReceipts(listReceipts(arrival, NOTHING_KNOWN), check);
      if (!isUnchecked) await keepChecks(db, arrival, checks);
    }
    return Promise.all(
      changes.map(async (change) => {
        if (!isArrival(change)) return change;
        const found = await checkReceipts(listReceipts(asSent(change), known), check);
        if (found.isUnchecked) await noteUnchecked(db, change);
        return change.type === 'request'
          ? { ...change, request: { ...change.request, ...found.checks } }
          : { ...change, message: { ...change.message, ...found.checks } };
      }),
    );
  });
}

/** The same of an answer. */
export async function checkAnswer(context: SyncContext, arrival: Arrival, asSent?: AsSent): Promise<Arrival> {
  const [checked] = await checkChanges(context, [arrival], asSent);
  return checked && isArrival(checked) ? checked : arrival;
}

function isArrival(change: Change): change is Arrival {
  return change.type === 'request' || change.type === 'message';
}

function hasReceipt(arrival: Arrival): boolean {
  return arrival.type === 'request'
    ? Boolean(arrival.request.receipt ?? arrival.request.withdrawalReceipt)
    : arrival.message.receipt !== undefined;
}

/** A receipt, what it has to be of, and where the result is kept. Null: it can be of nothing that there is. */
interface Receipt {
  field: 'receiptCheck' | 'withdrawalCheck';
  jws: string;
  expected: Signable | null;
  /** What came of the same receipt before. */
  earlier: ReceiptCheck | undefined;
}

type Checks = Partial<Record<Receipt['field'], ReceiptCheck>>;

/** Rows by their ids. */
interface Known {
  requests: ReadonlyMap<string, RequestRow>;
  messages: ReadonlyMap<string, MessageRow>;
}

const NOTHING_KNOWN: Known = { requests: new Map(), messages: new Map() };

function listReceipts(arrival: Arrival, { requests, messages }: Known): Receipt[] {
  if (arrival.type === 'message') {
    const { message } = arrival;
    const before = messages.get(message.id);
    // Its request may come after it.
    const ref = requests.get(message.requestId)?.reference ?? readReceipt(message.receipt ?? '')?.claims.ref;
    return receiptOf('receiptCheck', message.receipt, messageToSign(message, ref ?? ''), before);
  }
  const { request } = arrival;
  const before = requests.get(request.id);
  return [
    ...receiptOf('receiptCheck', request.receipt, requestToSign(request), before),
    ...receiptOf('withdrawalCheck', request.withdrawalReceipt, withdrawalToSign(request), before),
  ];
}

function receiptOf(
  field: Receipt['field'],
  jws: string | undefined,
  expected: Signable | null,
  before: (Partial<Pick<RequestRow, 'receipt' | 'withdrawalReceipt'>> & Checks) | undefined,
): Receipt[] {
  if (jws === undefined) return [];
  const known = field === 'receiptCheck' ? before?.receipt : before?.withdrawalReceipt;
  return [{ field, jws, expected, earlier: known === jws ? before?.[field] : undefined }];
}

async function checkReceipts(receipts: readonly Receipt[], check: CheckReceipt) {
  const checks: Checks = {};
  let isUnchecked = false;
  for (const { field, jws, expected, earlier } of receipts) {
    // What was not of the words that were sent does not become so because the server says those words now.
    const result = expected === null || earlier === 'doesNotFit' ? 'doesNotFit' : await check(jws, expected);
    if (result) checks[field] = result;
    else isUnchecked = true;
  }
  return { checks, isUnchecked };
}

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
