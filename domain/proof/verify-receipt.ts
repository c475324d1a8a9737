import { type ReadReceipt, readReceipt } from './read-receipt.ts';
import type { ReceiptClaims } from './receipt-claims.ts';
import { thumbprint } from './thumbprint.ts';

export type UnprovenReason = 'unreadable' | 'altered' | 'unknown-key' | 'other-service';

export type Verdict = { ok: true; claims: ReceiptClaims } | { ok: false; why: UnprovenReason };

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Checks that one of `keys` signed these very claims for the service whose origin is `issuer`. Asks no clock: a device's may be wrong. */
export async function verifyReceipt(jws: string, keys: JsonWebKey[], issuer: string): Promise<Verdict> {
  const receipt = readReceipt(jws);
  if (!receipt) return { ok: false, why: 'unreadable' };
  const isOurs = receipt.claims.iss === issuer;
  const key = await findKey(receipt.kid, keys);
  if (!key) return { ok: false, why: isOurs ? 'unknown-key' : 'other-service' };
  if (!(await isSigned(receipt, key))) return { ok: false, why: 'altered' };
  return isOurs ? { ok: true, claims: receipt.claims } : { ok: false, why: 'other-service' };
}

/** Finds a key by its computed thumbprint, whatever `kid` it claims. */
async function findKey(kid: string, keys: JsonWebKey[]): Promise<JsonWebKey | undefined> {
  const thumbprints = await Promise.all(keys.map(thumbprint));
  return keys[thumbprints.indexOf(kid)];
}

async function isSigned({ signed, signature }: ReadReceipt, key: JsonWebKey): Promise<boolean> {
  const { kty = '', crv = '', x = '', y = '' } = key;
  const publicKey = await crypto.subtle
    .importKey('jwk', { kty, crv, x, y }, ALGORITHM, false, ['verify'])
    // A key with a fitting thumbprint may still be no point of the curve: nothing can have been signed with it.
    .catch(() => null);
  return publicKey !== null && crypto.subtle.verify(ALGORITHM, publicKey, signature, signed);
}
