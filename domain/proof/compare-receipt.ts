import type { ReceiptKeys } from '../../contract/types.ts';
import { sha256Base64Url } from '../../shared/sha256.ts';
import { canonicalJson } from './canonical-json.ts';
import { readReceipt } from './read-receipt.ts';
import { claimsOf, type Signable } from './signed-content.ts';
import { verifyReceipt } from './verify-receipt.ts';

/** `unknown`: the key that signed is not among these keys, or the service's origin is not among these issuers; both lists may be older than the receipt. */
type Comparison = 'fits' | 'doesNotFit' | 'unknown';

/** Tells whether the service has signed exactly this content. A receipt for other content is recognised without any key. */
export async function compareReceipt(
  jws: string,
  expected: Signable,
  { issuers, keys }: ReceiptKeys,
): Promise<Comparison> {
  const read = readReceipt(jws);
  if (!read) return 'doesNotFit';
  const { iss } = read.claims;
  const content = await sha256Base64Url(new TextEncoder().encode(expected.content));
  if (canonicalJson(read.claims) !== canonicalJson(claimsOf(expected, { iss, content }))) return 'doesNotFit';
  // With all keys of a service that has had many, the thumbprint of each would be made for each receipt.
  const named = keys.filter(({ kid }) => kid === read.kid);
  const verdict = await verifyReceipt(jws, named, issuers.includes(iss) ? iss : '');
  if (verdict.ok) return 'fits';
  return verdict.why === 'unknown-key' || verdict.why === 'other-service' ? 'unknown' : 'doesNotFit';
}
