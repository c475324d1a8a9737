import type { ReceiptKeys } from '../../../contract/types.ts';
import type { ApiClient } from '../../api/client.ts';
import { askForKeys, readKnownKeys } from '../../sync/known-keys.ts';
import { readShippedKeys } from './worker/ship-receipt-keys.ts';

/**
 * Returns the keys that this device keeps, else those of the service, which the device then keeps for when there is no connection, else those
 * that came with the app. With `anew` only those of the service count. Null where none can be had.
 */
export async function readServiceKeys(api: ApiClient, anew: boolean): Promise<ReceiptKeys | null> {
  if (anew) return askForKeys({ api });
  return (await readKnownKeys({})) ?? (await askForKeys({ api })) ?? readFromApp();
}

/** The code that checks them may not come: then there are none. */
async function readFromApp(): Promise<ReceiptKeys | null> {
  try {
    const shipped = await readShippedKeys();
    const { isAnswer } = await import('../../../contract/schemas/answers.ts');
    return isAnswer('receiptKeys', shipped) ? (shipped as ReceiptKeys) : null;
  } catch {
    return null;
  }
}
