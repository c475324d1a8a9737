import { readReceipt } from '../../../domain/proof/read-receipt.ts';
import type { ReceiptClaims } from '../../../domain/proof/receipt-claims.ts';
import { type UnprovenReason, verifyReceipt } from '../../../domain/proof/verify-receipt.ts';

export interface PublishedKeys {
  /** The names in which the service has signed, the present one first. */
  issuers: readonly string[];
  keys: JsonWebKey[];
}

/** Reads the keys of the service. With `anew` the keys that this device keeps are not used. Null if the device keeps none and the service does not answer. */
export type ReadKeys = (anew: boolean) => Promise<PublishedKeys | null>;

/**
 * `no-keys`: there are no keys to check with. `old-keys`: the kept keys do not know the receipt, and the service cannot be asked for newer ones.
 * `not-found`: the text or file has no receipt in it.
 */
export type NotConfirmed = UnprovenReason | 'no-keys' | 'old-keys' | 'not-found';

export type Outcome = { ok: true; claims: ReceiptClaims } | { ok: false; why: NotConfirmed };

/** Checks a receipt on this device. If a key is missing the keys are read anew, since the service may have changed its keys today. */
export async function checkReceipt(jws: string | null, readKeys: ReadKeys): Promise<Outcome> {
  if (jws === null) return { ok: false, why: 'not-found' };
  const kept = await readKeys(false);
  const outcome = await checkWith(jws, kept);
  const isMissing = !outcome.ok && (outcome.why === 'unknown-key' || outcome.why === 'other-service');
  if (!isMissing) return outcome;
  const renewed = await readKeys(true);
  return renewed ? checkWith(jws, renewed) : { ok: false, why: 'old-keys' };
}

async function checkWith(jws: string, published: PublishedKeys | null): Promise<Outcome> {
  if (!published) return { ok: false, why: 'no-keys' };
  const { issuers, keys } = published;
  const said = readReceipt(jws)?.claims.iss;
  return verifyReceipt(jws, keys, issuers.find((issuer) => issuer === said) ?? issuers[0] ?? '');
}
