import type { ReceiptKeys } from '../../contract/types.ts';
import { readReceiptKeys } from '../api/receipt-key-calls.ts';
import { DeviceDatabase } from '../db/core/device-database.ts';
import { keepReceiptKeys, readKeptReceiptKeys } from '../db/core/receipt-keys.ts';
import type { SyncContext } from './sync-context.ts';

type MaybeDevice = Pick<SyncContext, 'device'>;

/** Reads the keys that the device has. It returns null where the device's database fails, so that changes are taken in all the same. */
export async function readKnownKeys(context: MaybeDevice): Promise<ReceiptKeys | null> {
  return withDevice(context, (device) => readKeptReceiptKeys(device)).catch(() => null);
}

/** Asks the service for its keys and keeps them. Null: the service cannot be asked now. */
export async function askForKeys(
  context: MaybeDevice & Pick<SyncContext, 'api'>,
): Promise<ReceiptKeys | null> {
  const outcome = await readReceiptKeys(context.api);
  if (outcome.kind !== 'accepted') return null;
  await withDevice(context, (device) => keepReceiptKeys(device, outcome.value)).catch(() => undefined);
  return outcome.value;
}

async function withDevice<R>(context: MaybeDevice, work: (device: DeviceDatabase) => Promise<R>): Promise<R> {
  const device = context.device ?? new DeviceDatabase();
  try {
    return await work(device);
  } finally {
    if (!context.device) device.close();
  }
}
