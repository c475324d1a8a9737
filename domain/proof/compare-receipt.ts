import type { ReceiptKeys } from '../../contract/types.ts';
import { sha256Base64Url } from '../../shared/sha256.ts';
import { canonicalJson } from './canonical-json.ts';
import { readReceipt } from './read-receipt.ts';
import { claimsOf, type Signable } from './signed-content.ts';
import { verifyReceipt } from './verify-receipt.ts';

/** `unknown`: these keys are not those by which it was signed, or the service is not called so yet, as where they are older than it. */
type Comparison = 'fits' | 'doesNotFit' | 'unknown';

/** Whether the service has signed exactly this. */
export async function compareReceipt(
  jws: string,
  expected: Signable,
  { issuers, keys }: ReceiptKeys,
): Promise<Comparison> {
  const said = readReceipt(jws)?.claims.iss ?? '';
  const iss = issuers.includes(said) ? said : (issuers[0] ?? '');
  const verdict = await verifyReceipt(jws, keys, iss);
  if (!verdict.ok)
    return verdict.why === 'unknown-key' || verdict.why === 'other-service' ? 'unknown' : 'doesNotFit';
  const content = await sha256Base64Url(new TextEncoder().encode(expected.content));
  const isSame = canonicalJson(verdict.claims) === canonicalJson(claimsOf(expected, { iss, content }));
  return isSame ? 'fits' : 'doesNotFit';
}
