const DEFAULT_LIMIT = 200;
const MOST = 500;

/** Reads how many changes a page may have from the query parameter. */
export function readPageLimit(asked: string | null | undefined): number {
  const limit = Number(asked ?? DEFAULT_LIMIT);
  return Number.isInteger(limit) ? Math.min(Math.max(limit, 1), MOST) : DEFAULT_LIMIT;
}

/** Makes a function that says of each change in turn, as JSON, whether it still fits into a page. The first change always does. */
export function createPageMeter(maxBytes: number): (change: string) => boolean {
  // The brackets of the array; each change adds a comma.
  let bytes = 2;
  let count = 0;
  return (change) => {
    bytes += new TextEncoder().encode(change).length + 1;
    count += 1;
    return count === 1 || bytes <= maxBytes;
  };
}
