import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { canonicalJson } from '../domain/proof/canonical-json.ts';
import type { ReceiptClaims } from '../domain/proof/receipt-claims.ts';
import { thumbprint } from '../domain/proof/verify-receipt.ts';

export const ISSUER = 'https://eclic.example';

/** The claims of a receipt that a service might sign. The request in it does not exist. */
export const CLAIMS: ReceiptClaims = {
  v: 1,
  iss: ISSUER,
  ref: 'EC-2026-0000123',
  id: '0198c5a0-0000-7000-8000-000000000123',
  kind: 'request',
  at: '2026-11-29T10:31:00.000Z',
  content: 'RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o',
  files: ['47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'],
};

const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/** Writes a signature in the other way in which its key holds for it: with the order of the curve less `s`. */
export function otherS(signature: Uint8Array): Uint8Array {
  const [r, s] = [
    signature.subarray(0, 32),
    BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`),
  ];
  return Uint8Array.from([...r, ...Buffer.from((ORDER - s).toString(16).padStart(64, '0'), 'hex')]);
}

/** Signs whatever it is given, by another implementation than the app's. */
export async function createSigner() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const jwk: JsonWebKey = { kty: kty ?? '', crv: crv ?? '', x: x ?? '', y: y ?? '' };
  const kid = await thumbprint(jwk);
  const signText = (payload: string, header: object = {}) =>
    new CompactSign(new TextEncoder().encode(payload))
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'eclic-receipt', ...header })
      .sign(privateKey);
  return {
    jwk,
    signText,
    /** Signs the claims of a valid receipt, with these changes. */
    sign: (changed: Partial<Record<keyof ReceiptClaims, unknown>> = {}) =>
      signText(canonicalJson({ ...CLAIMS, ...changed })),
  };
}
