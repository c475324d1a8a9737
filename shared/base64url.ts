const DIGITS = /^[A-Za-z0-9_-]*$/;

/** Writes bytes as base64url (RFC 4648), without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Returns null where the text is not the one way to write its bytes: a space, padding, or bits after the last byte. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!DIGITS.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return toBase64Url(bytes) === text ? bytes : null;
}
