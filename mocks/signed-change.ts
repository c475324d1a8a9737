import type { Change } from '../contract/types.ts';
import { writeSigned } from '../domain/proof/read-receipt.ts';
import { claimsOf, type SignReceipt, withReceipt, withReceipts } from '../domain/proof/signed-content.ts';

/** In whose name this world signs: a receipt of the demonstration is nobody's proof. */
export const ISSUER = 'https://demo.e-clic.example';

/** What came or is told, with its receipts; `ref` is the reference of a message's request. */
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

/** Of a hash and of a thumbprint, in base64url. */
const SHA256_PLACE = '-'.repeat(43);
/** With the full stop before it. */
const SIGNATURE_PLACE = '-'.repeat(87);
const REFERENCE_PLACE = 'EC-2026-0000000';

/** As long as it will be with its receipts. */
export function withPlaces(change: Change): Change {
  return withSigned(change, REFERENCE_PLACE, (toSign) => {
    const claims = claimsOf(toSign, { iss: ISSUER, content: SHA256_PLACE });
    return writeSigned(claims, SHA256_PLACE) + SIGNATURE_PLACE;
  });
}
