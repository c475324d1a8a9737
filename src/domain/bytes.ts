/** Whether the bytes at `offset` are `signature`; letters of a text signature are Latin-1. */
export function hasBytesAt(bytes: Uint8Array, offset: number, signature: string): boolean {
  if (offset + signature.length > bytes.length) return false;
  for (let i = 0; i < signature.length; i += 1) {
    if (bytes[offset + i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}

/**
 * The first place of a short signature before `end`, or -1. It leaps with the native search from one first letter to
 * the next, so that 10 MB take milliseconds and no copy.
 */
export function findBytes(bytes: Uint8Array, signature: string, start = 0, end = bytes.length): number {
  const first = signature.charCodeAt(0);
  let at = bytes.indexOf(first, start);
  while (at !== -1 && at < end) {
    if (hasBytesAt(bytes, at, signature)) return at;
    at = bytes.indexOf(first, at + 1);
  }
  return -1;
}
