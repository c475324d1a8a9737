import type { Change } from '../contract/types.ts';
import { writeSigned } from '../domain/proof/read-receipt.ts';
import { claimsOf, type SignReceipt, withReceipt, withReceipts } from '../domain/proof/signed-content.ts';

/** The issuer of this world's receipts: a receipt of the demonstration proves nothing. */
export const ISSUER = 'https://demo.e-clic.example';

/** Returns the change with its receipts; `ref` is the reference of a message's request. */
export function withSigned(change: Change, ref: string, sign: SignReceipt): Change {
  switch (change.type) {
    case 'request':
      return { ...change, request: withReceipts(change.request, sign) };
    case 'message':
      return { ...change, message: withReceipt(change.message, ref, sign) };
    default:
      return change;
  }
}

/** Stands for a hash and for a thumbprint, in base64url. */
const SHA256_PLACE = '-'.repeat(43);
/** Stands for the signature, with the full stop before it. */
const SIGNATURE_PLACE = '-'.repeat(87);
const REFERENCE_PLACE = 'EC-2026-0000000';

/** Returns the change as long as it will be with its receipts. */
export function withPlaces(change: Change): Change {
  return withSigned(change, REFERENCE_PLACE, (toSign) => {
    const claims = claimsOf(toSign, { iss: ISSUER, content: SHA256_PLACE });
    return writeSigned(claims, SHA256_PLACE) + SIGNATURE_PLACE;
  });
}
