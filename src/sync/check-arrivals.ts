import type { Change, ReceiptKeys } from '../../contract/types.ts';
import { compareReceipt } from '../../domain/proof/compare-receipt.ts';
import type { ReceiptCheck } from '../db/core/schema.ts';
import type { Arrival } from '../db/outbox/commands.ts';
import { keepChecks, listUnchecked, noteUnchecked } from '../db/requests/receipt-checks.ts';
import { askForKeys, readKnownKeys } from './known-keys.ts';
import { listReceipts, type Receipt, readKnown } from './list-receipts.ts';
import type { SyncContext } from './sync-context.ts';

/** Returns the arrival with what the device sent: its receipt must be for that, and not for what the answer says. */
type AsSent = (arrival: Arrival) => Arrival;

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

/** Checks the receipts of one answer in the same way. */
export async function checkAnswer(context: SyncContext, arrival: Arrival, asSent?: AsSent): Promise<Arrival> {
  const [checked] = await checkChanges(context, [arrival], asSent);
  return checked && isArrival(checked) ? checked : arrival;
}

/** Checks receipts whose key was unknown when they came, and again those that no key has fitted so far. It does so later where the service cannot be asked. */
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
    // A receipt that did not fit what the device sent still does not fit, whatever words the server gives now.
    const isUnfit = expected === null || earlier === 'doesNotFit';
    const result = isUnfit ? 'doesNotFit' : await compareReceipt(jws, expected, keys);
    if (result === 'unknown') isUnchecked = true;
    else checks[field] = result;
  }
  return { checks, isUnchecked };
}
