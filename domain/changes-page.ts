import type { Change } from '../contract/types.ts';

const DEFAULT_LIMIT = 200;
const MOST = 500;

/** The most changes that a page may have, as it is asked for. */
export function readPageLimit(asked: string | null | undefined): number {
  const limit = Number(asked ?? DEFAULT_LIMIT);
  return Number.isInteger(limit) ? Math.min(Math.max(limit, 1), MOST) : DEFAULT_LIMIT;
}

/** Says of one change after the other whether it still goes into a page. The first one always does. */
export function createPageMeter(maxBytes: number): (change: Change) => boolean {
  // Brackets; a comma follows each.
  let bytes = 2;
  let count = 0;
  return (change) => {
    bytes += new TextEncoder().encode(JSON.stringify(change)).length + 1;
    count += 1;
    return count === 1 || bytes <= maxBytes;
  };
}
