import type { MiddlewareHandler } from 'hono';
import type { ToldOfCall } from '../operations/tell-call.ts';
import type { Reader } from '../services/reach.ts';

export const OFFICE_API_PATH = '/office/v1';

/** A middleware sets who calls and which requests they may see, before any route looks at the call. */
export type OfficeEnv = { Bindings: { told: ToldOfCall }; Variables: { reader: Reader } };

/** Limits the bytes of a body, and of all bodies that a program has open at once. */
export type BodyLimit = (maxBytes: number) => MiddlewareHandler<OfficeEnv>;

/** Returns the value of the header `Content-Digest` (RFC 9530) for bytes whose hash is known in hexadecimal. */
export function contentDigest(sha256: string): string {
  return `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
}
