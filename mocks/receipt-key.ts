import type { ReceiptKeys } from '../contract/types.ts';
import { withLowS } from '../domain/proof/low-s.ts';
import { thumbprint } from '../domain/proof/verify-receipt.ts';
import type { Backend } from './backend.ts';
import { ISSUER } from './signed-change.ts';
import type { ReceiptKeyRow } from './tables.ts';

/** The only row of its table. */
const KEY = 'signing';

const EC = { name: 'ECDSA', namedCurve: 'P-256' };

/** Returns the key with which this world signs, and makes one if there is none. */
export async function requireReceiptKey(backend: Backend): Promise<ReceiptKeyRow> {
  const kept = await backend.run(({ tx }) => tx.get('receiptKeys', KEY));
  if (kept) return kept;
  const made = await makeKey();
  return backend.run(async ({ tx }) => {
    // Another tab may have made one meanwhile.
    const first = await tx.get('receiptKeys', KEY);
    if (!first) await tx.put('receiptKeys', KEY, made);
    return first ?? made;
  });
}

export async function publishReceiptKey(backend: Backend): Promise<ReceiptKeys> {
  const { kid, privateKey } = await requireReceiptKey(backend);
  const { x = '', y = '' } = privateKey;
  return { issuers: [ISSUER], keys: [{ kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' }] };
}

/** Returns a function that signs a text, in the form that JWS uses. */
export async function openKey({
  privateKey,
}: ReceiptKeyRow): Promise<(signed: string) => Promise<Uint8Array>> {
  const key = await crypto.subtle.importKey('jwk', privateKey, EC, false, ['sign']);
  return async (signed) => {
    const bytes = new TextEncoder().encode(signed);
    const signature = await crypto.subtle.sign({ name: EC.name, hash: 'SHA-256' }, key, bytes);
    return withLowS(new Uint8Array(signature));
  };
}

async function makeKey(): Promise<ReceiptKeyRow> {
  const { privateKey } = await crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
  const jwk = await crypto.subtle.exportKey('jwk', privateKey);
  return { kid: await thumbprint(jwk), privateKey: jwk };
}
