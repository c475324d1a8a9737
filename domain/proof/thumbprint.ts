import { sha256Base64Url } from '../../shared/sha256.ts';
import { canonicalJson } from './canonical-json.ts';

/** Computes the thumbprint of RFC 7638 from the public part of a P-256 key alone: it is a receipt's `kid`. */
export function thumbprint({ crv, kty, x, y }: JsonWebKey): Promise<string> {
  return sha256Base64Url(new TextEncoder().encode(canonicalJson({ crv, kty, x, y })));
}
