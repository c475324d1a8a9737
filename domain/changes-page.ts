import { problem } from '../contract/problem.ts';

const DEFAULT_LIMIT = 200;
const MOST = 500;

/** Reads how many changes a page may have from the query parameter. */
export function readPageLimit(asked: string | null | undefined): number {
  const limit = Number(asked ?? DEFAULT_LIMIT);
  return Number.isInteger(limit) ? Math.min(Math.max(limit, 1), MOST) : DEFAULT_LIMIT;
}

/** How far a device has read. A server gives the feed another epoch when older cursors lead nowhere any more. */
interface Cursor {
  /** Null for a device that has read nothing. */
  epoch: string | null;
  after: number;
}

export function readCursor(cursor: string | null): Cursor {
  if (cursor === null) return { epoch: null, after: 0 };
  const [epoch = '', digits] = cursor.split('.');
  if (digits === undefined || !/^[0-9]{1,15}$/.test(digits)) throw problem('cursor-gone');
  return { epoch, after: Number(digits) };
}

/** Throws `cursor-gone` for a cursor that the feed has not given. */
export function requireKnown({ epoch, after }: Cursor, feed: { epoch: string; lastSequence: number }): void {
  if (epoch !== null && (epoch !== feed.epoch || after > feed.lastSequence)) throw problem('cursor-gone');
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
