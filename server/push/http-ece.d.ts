/** The part of the package that is used here: RFC 8291 for a whole message. */
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  interface Params {
    version: 'aes128gcm';
    privateKey: ECDH;
    /** In base64url. */
    authSecret: string;
  }

  /** `dh`: the receiver's public key, in base64url. `pad`: the number of bytes of padding. */
  export function encrypt(text: Buffer, params: Params & { dh: string; pad: number }): Buffer;
  export function decrypt(bytes: Buffer, params: Params): Buffer;
}
