/** As RFC 3986 has a path: nothing that one reader throws away and another turns round. */
const WRITTEN_PLAINLY = /^(?:\/(?:[\w.~!$&'()*+,;=:@-]|%[\da-f]{2})*)+$/i;
/** A dot segment, or a stroke within a segment: how deep the path leads would depend on who reads it. */
const LEADS_ELSEWHERE = /\/(?:\.|%2e){1,2}(?:\/|$)|%2f|%5c/i;

/**
 * Whether a path, as it was sent, means the same to whoever compares its letters and to whoever resolves it. A proxy lets somebody in by the
 * one, and a server answers by the other. All that e-Clic itself asks for is so.
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
