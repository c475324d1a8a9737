import type { ReceiptKeys } from '../../contract/types.ts';
import { endBatch, readBatch } from '../db/requests/receipt-batches.ts';
import { uncheckedBatches } from '../db/requests/unchecked-batches.ts';
import { idle } from '../lib/idle.ts';
import { checkWith, lacksKey } from './check-arrivals.ts';
import { askForKeys, readKnownKeys } from './known-keys.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * Checks the receipts that were kept unchecked: a batch each time the browser is idle, in a turn among the rounds of all tabs. Where the service cannot be
 * asked for its keys, a later round tries again.
 */
export async function checkBatches(
  context: SyncContext,
  takeTurn: (check: () => Promise<void>) => Promise<void>,
  whenIdle: () => Promise<unknown> = idle,
): Promise<void> {
  let keys = await readKnownKeys(context);
  let areNewest = false;
  while (!context.isStopping() && (await uncheckedBatches(context.db).count()) > 0) {
    if (!keys) {
      keys = await askForKeys(context);
      areNewest = true;
    }
    if (!keys) return;
    const tried: ReceiptKeys = keys;
    await whenIdle();
    await takeTurn(async () => {
      const isDone = await checkBatch(context, tried, areNewest);
      keys = isDone ? tried : null;
    });
  }
}

/** Checks the batch that comes first. Returns false where it needs a key that may be newer than these. */
async function checkBatch(
  { db, isStopping }: SyncContext,
  keys: ReceiptKeys,
  areNewest: boolean,
): Promise<boolean> {
  const batch = isStopping() ? null : await readBatch(db);
  if (!batch) return true;
  const checked = await checkWith(db, batch.arrivals, keys);
  if (!areNewest && checked.some(lacksKey)) return false;
  await endBatch(db, batch.key, checked);
  return true;
}
