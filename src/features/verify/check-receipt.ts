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

/** The beginning of every receipt: `{"` in base64url. */
export const BEGINNING = 'eyJ';

/** Matches the three parts of a receipt. The last part has exactly the length of a signature, so that text right after it is left out. */
const RECEIPT = /eyJ[\w-]{60,400}\.[\w-]{100,15000}\.[\w-]{86}/;

/** Matches a receipt of which a part was lost. */
const REMNANT = /eyJ[\w.-]{60,}/;

/** Finds the receipt in a code, in an address, or in any text that was copied with it. On paper it is broken into lines. */
export function findReceipt(text: string): string | null {
  const plain = text.replace(/\s/g, '');
  return (RECEIPT.exec(plain) ?? REMNANT.exec(plain))?.[0] ?? null;
}

/** Finds the receipt in the keywords of a PDF of e-Clic. Programs compress the pages of a PDF, but not its keywords. */
export async function findReceiptIn(file: Blob): Promise<string | null> {
  return RECEIPT.exec(await file.text())?.[0] ?? null;
}
