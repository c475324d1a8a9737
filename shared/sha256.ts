import { toBase64Url } from './base64url.ts';

type Bytes = ArrayBuffer | Uint8Array;

/** Lower-case hexadecimal, as the contract and the receipt write it. */
export async function sha256Hex(bytes: Bytes): Promise<string> {
  const digest = await sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** As the `Upload-Checksum` header writes it. */
export async function sha256Base64(bytes: Bytes): Promise<string> {
  return btoa(String.fromCharCode(...(await sha256(bytes))));
}

/** As a signed receipt writes it. */
export async function sha256Base64Url(bytes: Bytes): Promise<string> {
  return toBase64Url(await sha256(bytes));
}

async function sha256(bytes: Bytes): Promise<Uint8Array> {
  // A view of an ArrayBuffer; a copy of anything that may sit on shared memory, which digest() refuses.
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}
