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

/** A receipt, the content that it must be for (null: there is none), and the field that keeps the result of the check. */
export interface Receipt {
  field: 'receiptCheck' | 'withdrawalCheck';
  jws: string;
  expected: Signable | null;
  /** The result of an earlier check of the same receipt. */
  earlier: ReceiptCheck | undefined;
}

/** Rows of this device by their ids. */
interface Known {
  requests: ReadonlyMap<string, RequestRow>;
  messages: ReadonlyMap<string, MessageRow>;
}

export function listReceipts(arrival: Arrival, { requests, messages }: Known): Receipt[] {
  if (arrival.type === 'message') {
    const { message } = arrival;
    // The request of the message may come after it.
    const ref = requests.get(message.requestId)?.reference ?? readReceipt(message.receipt ?? '')?.claims.ref;
    const expected = messageToSign(message, ref ?? '');
    return receiptOf('receiptCheck', message.receipt, expected, messages.get(message.id));
  }
  const { request } = arrival;
  const before = requests.get(request.id);
  return [
    ...receiptOf('receiptCheck', request.receipt, requestToSign(request), before),
    ...receiptOf('withdrawalCheck', request.withdrawalReceipt, withdrawalToSign(request), before),
  ];
}

type Before = Partial<Pick<RequestRow, 'receipt' | 'withdrawalReceipt' | Receipt['field']>>;

function receiptOf(
  field: Receipt['field'],
  jws: string | undefined,
  expected: Signable | null,
  before: Before | undefined,
): Receipt[] {
  if (jws === undefined) return [];
  const known = field === 'receiptCheck' ? before?.receipt : before?.withdrawalReceipt;
  return [{ field, jws, expected, earlier: known === jws ? before?.[field] : undefined }];
}

/** Reads what this device has of the requests and messages that arrive, and of the requests of these messages. */
export async function readKnown(db: CitizenDatabase, arrivals: readonly Arrival[]): Promise<Known> {
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
