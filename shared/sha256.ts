import { toBase64Url } from './base64url.ts';

type Bytes = ArrayBuffer | Uint8Array;

/** Returns the hash in lower-case hexadecimal, as the contract and the receipt write it. */
export async function sha256Hex(bytes: Bytes): Promise<string> {
  const digest = await sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Returns the hash as the `Upload-Checksum` header writes it. */
export async function sha256Base64(bytes: Bytes): Promise<string> {
  return btoa(String.fromCharCode(...(await sha256(bytes))));
}

/** Returns the hash as a signed receipt writes it. */
export async function sha256Base64Url(bytes: Bytes): Promise<string> {
  return toBase64Url(await sha256(bytes));
}

async function sha256(bytes: Bytes): Promise<Uint8Array> {
  // This views an ArrayBuffer, and copies a Uint8Array, which may lie on shared memory: digest() refuses that.
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}
