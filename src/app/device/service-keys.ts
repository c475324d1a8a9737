import type { ReceiptKeys } from '../../../contract/types.ts';
import type { ApiClient } from '../../api/client.ts';
import { readReceiptKeys } from '../../api/receipt-key-calls.ts';
import { DeviceDatabase } from '../../db/core/device-database.ts';
import { keepReceiptKeys, readKeptReceiptKeys } from '../../db/core/receipt-keys.ts';
import { readShippedKeys } from './worker/ship-receipt-keys.ts';

/**
 * Returns the keys that this device keeps, else those of the service, which the device then keeps for when there is no connection, else those
 * that came with the app. With `anew` only those of the service count. Null where none can be had.
 */
export async function readServiceKeys(api: ApiClient, anew: boolean): Promise<ReceiptKeys | null> {
  const device = new DeviceDatabase();
  try {
    // A browser that keeps nothing has the service asked each time.
    const kept = anew ? null : await readKeptReceiptKeys(device).catch(() => null);
    if (kept) return kept;
    const outcome = await readReceiptKeys(api);
    if (outcome.kind !== 'accepted') return anew ? null : readFromApp();
    await keepReceiptKeys(device, outcome.value).catch(() => undefined);
    return outcome.value;
  } finally {
    device.close();
  }
}

async function readFromApp(): Promise<ReceiptKeys | null> {
  const shipped = await readShippedKeys().catch(() => undefined);
  if (shipped === undefined) return null;
  const { isAnswer } = await import('../../../contract/schemas/answers.ts');
  return isAnswer('receiptKeys', shipped) ? (shipped as ReceiptKeys) : null;
}
