import type { ReceiptKeys } from '../../../contract/types.ts';
import type { DeviceDatabase } from './device-database.ts';

interface KeptReceiptKeys extends ReceiptKeys {
  key: 'receiptKeys';
}

/** The keys are nobody's: receipts are checked with them by whoever uses this device, also signed out and offline. */
function tableOf(device: DeviceDatabase) {
  return device.table<KeptReceiptKeys, string>('device');
}

/** Null until the service has been asked once. */
export async function readKeptReceiptKeys(device: DeviceDatabase): Promise<ReceiptKeys | null> {
  const kept = await tableOf(device).get('receiptKeys');
  return kept ? { issuers: kept.issuers, keys: kept.keys } : null;
}

export async function keepReceiptKeys(device: DeviceDatabase, { issuers, keys }: ReceiptKeys): Promise<void> {
  await tableOf(device).put({ key: 'receiptKeys', issuers, keys });
}
