import { API_BASE_PATH } from '../../contract/server.ts';
import type { ReceiptKeys } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer, type Outcome } from './client.ts';

/** Longer than a service that works needs to answer: a sync round waits for it. */
const WITHIN_MS = 10_000;

/** Reads the keys past what the browser keeps of them, since a caller may have met one that is new. */
export function readReceiptKeys(api: ApiClient): Promise<Outcome<ReceiptKeys>> {
  return call(fetchKeys(api), isAnswer('receiptKeys'));
}

async function fetchKeys({ untimed, origin }: ApiClient) {
  const response = await untimed(
    new Request(`${origin}${API_BASE_PATH}/receipt-keys`, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(WITHIN_MS),
    }),
  );
  return { response, ...(response.ok && { data: (await response.json()) as ReceiptKeys }) };
}
