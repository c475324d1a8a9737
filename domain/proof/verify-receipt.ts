import type { ReceiptKeys } from '../../contract/types.ts';
import { sha256Base64Url } from '../../shared/sha256.ts';
import { canonicalJson } from './canonical-json.ts';
import { type ReadReceipt, readReceipt } from './read-receipt.ts';
import type { ReceiptClaims } from './receipt-claims.ts';
import { claimsOf, type Signable } from './signed-content.ts';

export type UnprovenReason = 'unreadable' | 'altered' | 'unknown-key' | 'other-service';

type Verdict = { ok: true; claims: ReceiptClaims } | { ok: false; why: UnprovenReason };

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Checks that one of `keys` signed these very claims for the service whose origin is `issuer`. Asks no clock: a device's may be wrong. */
export async function verifyReceipt(jws: string, keys: JsonWebKey[], issuer: string): Promise<Verdict> {
  const receipt = readReceipt(jws);
  return receipt ? verifyRead(receipt, keys, issuer) : { ok: false, why: 'unreadable' };
}

async function verifyRead(receipt: ReadReceipt, keys: JsonWebKey[], issuer: string): Promise<Verdict> {
  const isOurs = receipt.claims.iss === issuer;
  const key = (await Promise.all(keys.map(prepareOnce))).find(({ kid }) => kid === receipt.kid);
  if (!key) return { ok: false, why: isOurs ? 'unknown-key' : 'other-service' };
  if (!(await isSigned(receipt, key))) return { ok: false, why: 'altered' };
  return isOurs ? { ok: true, claims: receipt.claims } : { ok: false, why: 'other-service' };
}

/** A key with its computed thumbprint, whatever `kid` it claims. */
interface PreparedKey {
  kid: string;
  /** Null: it is no point of the curve, and nothing can have been signed with it. */
  publicKey: CryptoKey | null;
}

/** One key signs thousands of receipts. */
const prepared = new WeakMap<JsonWebKey, Promise<PreparedKey>>();

function prepareOnce(key: JsonWebKey): Promise<PreparedKey> {
  const preparing = prepared.get(key) ?? prepare(key);
  prepared.set(key, preparing);
  return preparing;
}

async function prepare(key: JsonWebKey): Promise<PreparedKey> {
  const { kty = '', crv = '', x = '', y = '' } = key;
  const publicKey = await crypto.subtle
    .importKey('jwk', { kty, crv, x, y }, ALGORITHM, false, ['verify'])
    .catch(() => null);
  return { kid: await thumbprint(key), publicKey };
}

async function isSigned({ signed, signature }: ReadReceipt, { publicKey }: PreparedKey): Promise<boolean> {
  return publicKey !== null && crypto.subtle.verify(ALGORITHM, publicKey, signature, signed);
}

/** Computes the thumbprint of RFC 7638 from the public part of a P-256 key alone: it is a receipt's `kid`. */
export function thumbprint({ crv, kty, x, y }: JsonWebKey): Promise<string> {
  return sha256Base64Url(new TextEncoder().encode(canonicalJson({ crv, kty, x, y })));
}

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
  const { v, iss } = read.claims;
  const content = await sha256Base64Url(new TextEncoder().encode(expected.content));
  if (canonicalJson(read.claims) !== canonicalJson(claimsOf(expected, { v, iss, content })))
    return 'doesNotFit';
  // With all keys of a service that has had many, the thumbprint of each would be made for each receipt.
  const named = keys.filter(({ kid }) => kid === read.kid);
  const verdict = await verifyRead(read, named, issuers.includes(iss) ? iss : '');
  if (verdict.ok) return 'fits';
  return verdict.why === 'unknown-key' || verdict.why === 'other-service' ? 'unknown' : 'doesNotFit';
}
