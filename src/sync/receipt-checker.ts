import type { ReceiptKeys } from '../../contract/types.ts';
import { compareReceipt } from '../../domain/proof/compare-receipt.ts';
import type { Signable } from '../../domain/proof/signed-content.ts';
import { readReceiptKeys } from '../api/receipt-key-calls.ts';
import { DeviceDatabase } from '../db/core/device-database.ts';
import { keepReceiptKeys, readKeptReceiptKeys } from '../db/core/receipt-keys.ts';
import type { ReceiptCheck } from '../db/core/schema.ts';
import type { SyncContext } from './sync-context.ts';

/** Undefined: the service cannot be asked for the key now. */
export type CheckReceipt = (jws: string, expected: Signable) => Promise<ReceiptCheck | undefined>;

/** Checks by the keys that the device has, and asks the service for newer ones at most once. */
export async function withChecker<R>(
  context: SyncContext,
  work: (check: CheckReceipt) => Promise<R>,
): Promise<R> {
  const device = context.device ?? new DeviceDatabase();
  try {
    return await work(createChecker(context, device));
  } finally {
    if (!context.device) device.close();
  }
}

function createChecker({ api }: SyncContext, device: DeviceDatabase): CheckReceipt {
  // A device that keeps nothing now is no reason to take in nothing.
  const kept = readKeptReceiptKeys(device).catch(() => null);
  let asked: Promise<ReceiptKeys | null> | null = null;

  async function ask(): Promise<ReceiptKeys | null> {
    const outcome = await readReceiptKeys(api);
    if (outcome.kind !== 'accepted') return null;
    await keepReceiptKeys(device, outcome.value).catch(() => undefined);
    return outcome.value;
  }

  return async (jws, expected) => {
    const known = await kept;
    const first = known ? await compareReceipt(jws, expected, known) : 'unknown';
    if (first !== 'unknown') return first;
    asked ??= ask();
    const newer = await asked;
    if (!newer) return undefined;
    // Whoever has signed it with a key that the service does not have is not the service.
    return (await compareReceipt(jws, expected, newer)) === 'fits' ? 'fits' : 'doesNotFit';
  };
}
