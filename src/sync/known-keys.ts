import type { ReceiptKeys } from '../../contract/types.ts';
import { readReceiptKeys } from '../api/receipt-key-calls.ts';
import { DeviceDatabase } from '../db/core/device-database.ts';
import { keepReceiptKeys, readKeptReceiptKeys } from '../db/core/receipt-keys.ts';
import type { SyncContext } from './sync-context.ts';

/** The keys that the device has. A device that keeps nothing now is no reason to take in nothing. */
export async function readKnownKeys(context: SyncContext): Promise<ReceiptKeys | null> {
  return withDevice(context, (device) => readKeptReceiptKeys(device)).catch(() => null);
}

/** Asks the service, and keeps what it says. Null: it cannot be asked now. */
export async function askForKeys(context: SyncContext): Promise<ReceiptKeys | null> {
  const outcome = await readReceiptKeys(context.api);
  if (outcome.kind !== 'accepted') return null;
  await withDevice(context, (device) => keepReceiptKeys(device, outcome.value)).catch(() => undefined);
  return outcome.value;
}

async function withDevice<R>(context: SyncContext, work: (device: DeviceDatabase) => Promise<R>): Promise<R> {
  const device = context.device ?? new DeviceDatabase();
  try {
    return await work(device);
  } finally {
    if (!context.device) device.close();
  }
}
