import type { ReceiptKeys } from '../../contract/types.ts';
import { readReceiptKeys } from '../api/receipt-key-calls.ts';
import type { DeviceDatabase } from '../db/core/device-database.ts';
import { keepReceiptKeys, readKeptReceiptKeys } from '../db/core/receipt-keys.ts';
import { withDevice } from '../db/core/with-device.ts';
import type { SyncContext } from './sync-context.ts';

type MaybeDevice = Pick<SyncContext, 'device'>;

/** Reads the keys that the device has. It returns null where the device's database fails, so that changes are taken in all the same. */
export async function readKnownKeys(context: MaybeDevice): Promise<ReceiptKeys | null> {
  return onDevice(context, (device) => readKeptReceiptKeys(device)).catch(() => null);
}

/** Asks the service for its keys and keeps them. Null: the service cannot be asked now. */
export async function askForKeys(
  context: MaybeDevice & Pick<SyncContext, 'api'>,
): Promise<ReceiptKeys | null> {
  const outcome = await readReceiptKeys(context.api);
  if (outcome.kind !== 'accepted') return null;
  await onDevice(context, (device) => keepReceiptKeys(device, outcome.value)).catch(() => undefined);
  return outcome.value;
}

function onDevice<R>({ device }: MaybeDevice, work: (device: DeviceDatabase) => Promise<R>): Promise<R> {
  return device ? work(device) : withDevice(work);
}
