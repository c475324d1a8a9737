import type { ReceiptKeys } from '../../../contract/types.ts';
import type { ApiClient } from '../../api/client.ts';
import { readReceiptKeys } from '../../api/receipt-key-calls.ts';
import { DeviceDatabase } from '../../db/core/device-database.ts';
import { keepReceiptKeys, readKeptReceiptKeys } from '../../db/core/receipt-keys.ts';

/** The keys that this device keeps, or those of the service, which are then kept for when there is no connection. Null: neither can be had. */
export async function readServiceKeys(api: ApiClient, anew: boolean): Promise<ReceiptKeys | null> {
  const device = new DeviceDatabase();
  try {
    // A browser that keeps nothing asks each time.
    const kept = anew ? null : await readKeptReceiptKeys(device).catch(() => null);
    if (kept) return kept;
    const outcome = await readReceiptKeys(api);
    if (outcome.kind !== 'accepted') return null;
    await keepReceiptKeys(device, outcome.value).catch(() => undefined);
    return outcome.value;
  } finally {
    device.close();
  }
}
