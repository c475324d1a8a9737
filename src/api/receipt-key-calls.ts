import { API_BASE_PATH } from '../../contract/server.ts';
import type { ReceiptKeys } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer } from './client.ts';
import type { Outcome } from './outcome.ts';

/** Reads the keys past what the browser keeps of them: whoever asks has met one that is new. */
export function readReceiptKeys({ server, origin }: ApiClient): Promise<Outcome<ReceiptKeys>> {
  return call(async () => {
    const response = await server(
      new Request(`${origin}${API_BASE_PATH}/receipt-keys`, { cache: 'no-cache' }),
    );
    return { response, ...(response.ok && { data: (await response.json()) as ReceiptKeys }) };
  }, isAnswer('receiptKeys'));
}
