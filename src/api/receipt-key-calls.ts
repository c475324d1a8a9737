import type { ReceiptKeys } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer } from './client.ts';
import type { Outcome } from './outcome.ts';

/** The keys by which anybody can check what the service has signed. */
export function readReceiptKeys({ http }: ApiClient): Promise<Outcome<ReceiptKeys>> {
  return call(() => http.GET('/receipt-keys'), isAnswer('receiptKeys'));
}
