/** The header of RFC 9530, of bytes whose hash is known in hexadecimal. */
export function contentDigest(sha256: string): string {
  return `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
}
