import type { Change, ReceiptKeys } from '../../contract/types.ts';
import { compareReceipt } from '../../domain/proof/compare-receipt.ts';
import type { ReceiptCheck } from '../db/core/schema.ts';
import type { Arrival } from '../db/outbox/commands.ts';
import { keepChecks, listUnchecked, noteUnchecked } from '../db/requests/receipt-checks.ts';
import { askForKeys, readKnownKeys } from './known-keys.ts';
import { listReceipts, type Receipt, readKnown } from './list-receipts.ts';
import type { SyncContext } from './sync-context.ts';

/** An arrival as the device had sent it: its receipt has to be of that, and not of what the answer says. */
type AsSent = (arrival: Arrival) => Arrival;

const NO_KEYS: ReceiptKeys = { issuers: [], keys: [] };

/**
 * The changes with what came of checking their receipts, before the transaction that writes them: IndexedDB lets nothing else be waited for. The
 * keys are those that the device has: what arrives waits for no other answer. `checkLate` does the rest.
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

/** The same of an answer. */
export async function checkAnswer(context: SyncContext, arrival: Arrival, asSent?: AsSent): Promise<Arrival> {
  const [checked] = await checkChanges(context, [arrival], asSent);
  return checked && isArrival(checked) ? checked : arrival;
}

/** Checks what came before its key, and by the same way again what no key has fitted so far. Where the service cannot be asked, with what comes next. */
export async function checkLate(context: SyncContext): Promise<void> {
  const { db } = context;
  const late = await listUnchecked(db);
  if (late.length === 0) return;
  const keys = await askForKeys(context);
  if (!keys) return;
  const known = await readKnown(db, late);
  await keepChecks(
    db,
    await Promise.all(
      late.map(async (arrival) => {
        const receipts = listReceipts(arrival, known);
        const { checks } = await checkAll(receipts, keys);
        const unknown = receipts.map(({ field }) => [field, 'unknownKey'] as const);
        return { arrival, checks: { ...Object.fromEntries(unknown), ...checks } };
      }),
    ),
  );
}

function isArrival(change: Change): change is Arrival {
  return change.type === 'request' || change.type === 'message';
}

function hasReceipt(arrival: Arrival): boolean {
  return arrival.type === 'request'
    ? Boolean(arrival.request.receipt ?? arrival.request.withdrawalReceipt)
    : arrival.message.receipt !== undefined;
}

type Checks = Partial<Record<Receipt['field'], ReceiptCheck>>;

async function checkAll(receipts: readonly Receipt[], keys: ReceiptKeys) {
  const checks: Checks = {};
  let isUnchecked = false;
  for (const { field, jws, expected, earlier } of receipts) {
    // What was not of the words that were sent does not become so because the server says those words now.
    const isUnfit = expected === null || earlier === 'doesNotFit';
    const result = isUnfit ? 'doesNotFit' : await compareReceipt(jws, expected, keys);
    if (result === 'unknown') isUnchecked = true;
    else checks[field] = result;
  }
  return { checks, isUnchecked };
}
