import { createHash, sign } from 'node:crypto';
import type { ReceiptKeys } from '../../contract/types.ts';
import { withLowS } from '../../domain/proof/low-s.ts';
import { writeSigned } from '../../domain/proof/read-receipt.ts';
import { claimsOf, type SignReceipt } from '../../domain/proof/signed-content.ts';
import { toBase64Url } from '../../shared/base64url.ts';
import type { Db } from '../db/schema.ts';
import {
  addReceiptKey,
  type Issuing,
  publishReceiptKeys,
  requireSigningKey,
  type SigningKey,
} from './receipt-keys.ts';

/** The time after which a process has heard of a rotation. */
const KNOWN_FOR_MS = 60_000;

export interface Keyring {
  /** Returns a function that signs with the current key. Ask for it before a transaction: the embedded database has one connection. */
  signer(): Promise<SignReceipt>;
  /** Returns all public keys, straight from the database: nobody hears late of a key that another process signs with. */
  publish(): Promise<ReceiptKeys>;
  /** Makes a new key, signs with it from then on, and returns its `kid`; other processes hear of it within a minute. The earlier keys are still published. */
  rotate(): Promise<string>;
}

interface KeyringOptions extends Issuing {
  db: Db;
  /** The clock of sessions, in ms. */
  now: () => number;
}

export function createKeyring({ db, now, ...issuing }: KeyringOptions): Keyring {
  let known: { sign: SignReceipt; readAt: number } | null = null;

  async function signer(): Promise<SignReceipt> {
    const nowMs = now();
    if (known && Math.abs(nowMs - known.readAt) < KNOWN_FOR_MS) return known.sign;
    const key = await requireSigningKey(db, issuing, nowMs);
    known = { sign: createSigner(key, issuing.issuer), readAt: nowMs };
    return known.sign;
  }

  return {
    signer,
    async publish() {
      await signer();
      return publishReceiptKeys(db, issuing.issuer);
    },
    async rotate() {
      known = null;
      return (await addReceiptKey(db, issuing, now())).kid;
    },
  };
}

/** Signing takes less than a tenth of a millisecond, which no transaction notices. */
function createSigner({ kid, privateKey }: SigningKey, issuer: string): SignReceipt {
  return (toSign) => {
    const content = createHash('sha256').update(toSign.content).digest('base64url');
    const signed = writeSigned(claimsOf(toSign, { iss: issuer, content }), kid);
    // The form that JWS asks for (RFC 7518, 3.4), and not ASN.1.
    const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${toBase64Url(withLowS(signature))}`;
  };
}
