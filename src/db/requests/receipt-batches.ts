import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { ArrivalIds } from '../core/metadata.ts';
import type { Arrival } from '../outbox/commands.ts';
import { messagesOf } from './messages.ts';
import { type CheckedArrival, idsOf, isUnchecked, keepChecks, readArrivals } from './receipt-checks.ts';
import { BATCH_KEYS, uncheckedBatches } from './unchecked-batches.ts';

/** So few receipts are checked at once that a press never waits for them. */
const BATCH = 10;

/** The batch with the last key is checked first, and this key comes after any instant. */
const ON_SCREEN = `${BATCH_KEYS}onScreen/`;

/** Arrivals that were kept before anybody checked their receipts. */
interface Batch {
  key: string;
  arrivals: Arrival[];
}

/** Notes arrivals whose receipts are to be checked, in the transaction that keeps them: whatever ends this page, they are found again. */
export async function noteBatches(db: CitizenDatabase, arrivals: readonly Arrival[], now: Date) {
  const starts = Array.from({ length: Math.ceil(arrivals.length / BATCH) }, (_, n) => n * BATCH);
  await db.metadata.bulkPut(
    starts.map((start) => ({
      key: `${BATCH_KEYS}${now.toISOString()}/${crypto.randomUUID()}`,
      value: idsOf(arrivals.slice(start, start + BATCH)),
    })),
  );
}

/** Reads the batch that comes first, with those of its arrivals that still have an unchecked receipt. */
export async function readBatch(db: CitizenDatabase): Promise<Batch | null> {
  const row = await uncheckedBatches(db).last();
  if (!row) return null;
  const arrivals = await readArrivals(db, row.value as ArrivalIds);
  return { key: row.key, arrivals: arrivals.filter(needsCheck) };
}

/** Keeps the results of a batch, and ends it. */
export async function endBatch(db: CitizenDatabase, key: string, checked: readonly CheckedArrival[]) {
  await db.transaction('rw', db.requests, db.messages, db.metadata, async () => {
    await keepChecks(db, checked);
    await db.metadata.delete(key);
  });
}

/** Has the receipts of a request that somebody looks at checked before all others. */
export async function checkFirst(db: CitizenDatabase, requestId: string): Promise<void> {
  if ((await uncheckedBatches(db).count()) === 0) return;
  const messages = await messagesOf(db, requestId).toArray();
  const ids: ArrivalIds = { request: [requestId], message: messages.map(({ id }) => id) };
  if ((await readArrivals(db, ids)).some(needsCheck))
    await db.metadata.put({ key: ON_SCREEN + requestId, value: ids });
}

function needsCheck(arrival: Arrival): boolean {
  return isUnchecked(arrival.type === 'request' ? arrival.request : arrival.message);
}
