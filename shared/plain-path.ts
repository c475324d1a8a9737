/** A path as RFC 3986 writes it. Other characters are dropped by some programs and replaced by others. */
const WRITTEN_PLAINLY = /^(?:\/(?:[\w.~!$&'()*+,;=:@-]|%[\da-f]{2})*)+$/i;
/** A dot segment, or an encoded slash or backslash within a segment: programs disagree on where such a path leads. */
const LEADS_ELSEWHERE = /\/(?:\.|%2e){1,2}(?:\/|$)|%2f|%5c/i;

/**
 * Whether a path, as it was sent, means the same to a program that compares its letters and to one that resolves it. A proxy decides by the
 * letters whom it lets in, and a server answers by what the path resolves to. Every path that e-Clic itself asks for is plain.
 */
export function isPlainPath(path: string): boolean {
  return WRITTEN_PLAINLY.test(path) && !LEADS_ELSEWHERE.test(path) && canDecode(path);
}

function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
