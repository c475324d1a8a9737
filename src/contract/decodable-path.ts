/** What stands in a path with a `%` that means nothing is the id of nothing. */
export function canDecode(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
