import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToHex, bytesToUtf8, hexToBytes, managedNonce, utf8ToBytes } from '@noble/ciphers/utils.js';

/** What is closed can be opened with the same key alone. Nothing is waited for: a database's transaction would end, and a page that hides be gone. */
export interface Seal {
  close(bytes: Uint8Array): Uint8Array;
  open(closed: Uint8Array): Uint8Array;
  closeText(text: string): string;
  openText(closed: string): string;
}

export function createSeal(key: string): Seal {
  const { encrypt, decrypt } = managedNonce(xchacha20poly1305)(hexToBytes(key));
  return {
    close: encrypt,
    open: decrypt,
    closeText: (text) => bytesToHex(encrypt(utf8ToBytes(text))),
    openText: (closed) => bytesToUtf8(decrypt(hexToBytes(closed))),
  };
}
