import type { ReceiptCheck } from '../../db/core/schema.ts';

/** What the server signed, and where anybody can check it. */
export interface SignedReceipt {
  jws: string;
  address: string;
}

interface Received {
  id: string;
  receipt?: string;
  receiptCheck?: ReceiptCheck;
}

/** What follows the `#` is sent to no server. Null where nothing is signed; what does not fit is given to nobody as a proof. */
export function signedReceipt({ receipt: jws, receiptCheck }: Received): SignedReceipt | null {
  if (jws === undefined || receiptCheck === 'doesNotFit') return null;
  return { jws, address: `${window.location.origin}${import.meta.env.BASE_PATH}/verificar#${jws}` };
}
