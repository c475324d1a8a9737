import { fromBase64Url, toBase64Url } from '../../shared/base64url.ts';
import { canonicalJson } from './canonical-json.ts';
import { isLowS } from './low-s.ts';
import { isSha256, parseReceiptClaims, type ReceiptClaims } from './receipt-claims.ts';

/** What a receipt says, whoever wrote it: `verifyReceipt` tells whether to believe it. */
export interface ReadReceipt {
  claims: ReceiptClaims;
  /** The thumbprint of the key that is said to have signed. */
  kid: string;
  signed: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

/** A longer text is no receipt: a request with a hundred files has one half as long. */
const MAX_CHARACTERS = 16_000;

const SIGNATURE_BYTES = 64;

/** Writes the text that is signed: header and claims, joined by a full stop. */
export function writeSigned(claims: ReceiptClaims, kid: string): string {
  return `${writePart({ alg: 'ES256', kid, typ: 'eclic-receipt' })}.${writePart(claims)}`;
}

function writePart(value: object): string {
  return toBase64Url(new TextEncoder().encode(canonicalJson(value)));
}

/** Reads a compact JWS. Returns null when it is not written exactly as the format has it: the same receipt has one text. */
export function readReceipt(jws: string): ReadReceipt | null {
  if (jws.length > MAX_CHARACTERS) return null;
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const { kid } = readJson(header);
  const claims = parseReceiptClaims(readJson(payload));
  const signatureBytes = fromBase64Url(signature);
  if (!isSha256(kid) || !claims || signatureBytes?.length !== SIGNATURE_BYTES) return null;
  // Of version 1 either may have been given, and what was given is proven for ever.
  if (claims.v === 2 && !isLowS(signatureBytes)) return null;
  const signed = writeSigned(claims, kid);
  if (jws !== `${signed}.${signature}`) return null;
  return { claims, kid, signed: new TextEncoder().encode(signed), signature: signatureBytes };
}

function readJson(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(part) ?? undefined));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
