import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const SECRET_BYTES = 32;

/** Keeps secrets out of the database. */
export interface Seal {
  /** Encrypts a text: only the key opens it again, and only for the same owner. */
  seal(text: string, owner: string): Uint8Array;
  open(sealed: Uint8Array, owner: string): string;
  /** Returns a hash by which a text is found again without being kept. */
  fingerprint(text: string): Uint8Array;
}

/** Derives both keys from one secret: whoever knows one of them knows nothing of the other. */
export function createSeal(secret: Uint8Array): Seal {
  const key = deriveKey(secret, 'eclic sealing');
  const hashKey = deriveKey(secret, 'eclic finding');
  return {
    seal(text, owner) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(owner));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), hidden]);
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed);
      const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
      const decipher = createDecipheriv(CIPHER, key, iv).setAAD(Buffer.from(owner)).setAuthTag(tag);
      return (
        decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    },
    fingerprint: (text) => createHmac('sha256', hashKey).update(text).digest(),
  };
}

function deriveKey(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES));
}

/** Makes a secret that opens something, such as a session. */
export function makeSecret(): string {
  return randomBytes(SECRET_BYTES).toString('hex');
}

/** Hashes a secret that is random by itself, such as a session's. */
export function hashSecret(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}
