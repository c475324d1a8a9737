import type { ReceiptCheck } from '../../db/core/schema.ts';

/** The receipt that the server signed, as a JWS, and the address at which anybody can check it. */
export interface SignedReceipt {
  jws: string;
  address: string;
}

interface Received {
  id: string;
  receipt?: string;
  receiptCheck?: ReceiptCheck;
}

/**
 * Returns the signed receipt of a request or message. Browsers send the part of an address after `#` to no server. Null where nothing is signed or the receipt
 * does not fit: such a receipt must not be given to anybody as a proof.
 */
export function signedReceipt({ receipt: jws, receiptCheck }: Received): SignedReceipt | null {
  if (jws === undefined || receiptCheck === 'doesNotFit') return null;
  return { jws, address: `${window.location.origin}${import.meta.env.BASE_PATH}/verificar#${jws}` };
}
