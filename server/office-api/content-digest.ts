/** Returns the value of the header `Content-Digest` (RFC 9530) for bytes whose hash is known in hexadecimal. */
export function contentDigest(sha256: string): string {
  return `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
}
