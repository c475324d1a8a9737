/** The part of it that is used here: RFC 8291 as the encoding of a whole message. */
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  interface Params {
    version: 'aes128gcm';
    privateKey: ECDH;
    /** In base64url. */
    authSecret: string;
  }

  /** `dh`: for whom, in base64url. `pad`: so many bytes of nothing more. */
  export function encrypt(text: Buffer, params: Params & { dh: string; pad: number }): Buffer;
  export function decrypt(bytes: Buffer, params: Params): Buffer;
}
