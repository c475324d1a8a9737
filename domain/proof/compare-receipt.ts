import type { ReceiptKeys } from '../../contract/types.ts';
import { sha256Base64Url } from '../../shared/sha256.ts';
import { canonicalJson } from './canonical-json.ts';
import { readReceipt } from './read-receipt.ts';
import { claimsOf, type Signable } from './signed-content.ts';
import { verifyReceipt } from './verify-receipt.ts';

/** `unknown`: these keys are not those by which it was signed, or the service is not called so yet, as where they are older than it. */
type Comparison = 'fits' | 'doesNotFit' | 'unknown';

/** Whether the service has signed exactly this. What a receipt says of something else needs no key to be seen. */
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
  // Of a service that has had many keys: the thumbprint of each would be made for each receipt.
  const named = keys.filter(({ kid }) => kid === read.kid);
  const verdict = await verifyReceipt(jws, named, issuers.includes(iss) ? iss : '');
  if (verdict.ok) return 'fits';
  return verdict.why === 'unknown-key' || verdict.why === 'other-service' ? 'unknown' : 'doesNotFit';
}
