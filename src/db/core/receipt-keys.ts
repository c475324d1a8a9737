import type { ReceiptKeys } from '../../../contract/types.ts';
import type { DeviceDatabase } from './device-database.ts';

interface KeptReceiptKeys extends ReceiptKeys {
  key: 'receiptKeys';
}

/** The table with the receipt keys. They belong to nobody: anybody who uses this device checks receipts with them, also signed out and offline. */
function tableOf(device: DeviceDatabase) {
  return device.table<KeptReceiptKeys, string>('device');
}

/** Returns null until the service has sent its keys once. */
export async function readKeptReceiptKeys(device: DeviceDatabase): Promise<ReceiptKeys | null> {
  const kept = await tableOf(device).get('receiptKeys');
  return kept ? { issuers: kept.issuers, keys: kept.keys } : null;
}

export async function keepReceiptKeys(device: DeviceDatabase, { issuers, keys }: ReceiptKeys): Promise<void> {
  await tableOf(device).put({ key: 'receiptKeys', issuers, keys });
}
