import type { Piece } from './letters.ts';

/** How much of each cell of a sheet is taken by letters, row by row. */
export type Fingerprint = Uint8Array;

/** The number of cells is the same for every sheet, whatever its proportion. */
const COLUMNS = 216;
const ROWS = 288;
const MOST = 255;

/** Only letters count: two pages of one form have the same lines and boxes. */
export function fingerprintOf(
  letters: readonly Piece[],
  size: { width: number; height: number },
): Fingerprint {
  const cells = new Float32Array(COLUMNS * ROWS);
  const [wide, high] = [COLUMNS / size.width, ROWS / size.height];
  for (const { left, top, right, bottom } of letters)
    addBox(cells, left * wide, top * high, right * wide, bottom * high);
  return Uint8Array.from(cells, (share) => Math.min(MOST, Math.round(share * MOST)));
}

function addBox(cells: Float32Array, left: number, top: number, right: number, bottom: number): void {
  for (let y = Math.floor(top); y < Math.min(ROWS, bottom); y++) {
    const high = Math.min(y + 1, bottom) - Math.max(y, top);
    for (let x = Math.floor(left); x < Math.min(COLUMNS, right); x++) {
      const at = y * COLUMNS + x;
      cells[at] = (cells[at] ?? 0) + high * (Math.min(x + 1, right) - Math.max(x, left));
    }
  }
}

/** The size of a part that is compared by itself, and how far it may have moved, in cells: corners are never put at the same place twice. */
const PART = 36;
const MOVED = 5;
/** So large a share of the parts with letters may be less alike than the result: a shadow or a bend spoils some. */
const UNLIKE_SHARE = 0.4;
/** A part whose letters take less than so many cells tells nothing. */
const LEAST_LETTERS = 30;

/** Returns how alike two sheets are, from 0, nothing alike, to 1, the same. Each part of a sheet is looked for near its place on the other. */
export function likeness(a: Fingerprint, b: Fingerprint): number {
  const parts: number[] = [];
  for (let top = 0; top < ROWS; top += PART) {
    for (let left = 0; left < COLUMNS; left += PART) {
      if (lettersIn(a, left, top) < LEAST_LETTERS) continue;
      let best = 0;
      for (let dy = -MOVED; dy <= MOVED; dy++) {
        for (let dx = -MOVED; dx <= MOVED; dx++) best = Math.max(best, correlate(a, b, left, top, dx, dy));
      }
      parts.push(best);
    }
  }
  parts.sort((one, other) => one - other);
  return parts[Math.floor(parts.length * UNLIKE_SHARE)] ?? 0;
}

function lettersIn(a: Fingerprint, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + PART; y++) {
    for (let x = left; x < left + PART; x++) sum += a[y * COLUMNS + x] ?? 0;
  }
  return sum / MOST;
}

/** Returns Pearson's correlation of a part with the one that lies (dx, dy) from it on the other sheet. */
function correlate(
  a: Fingerprint,
  b: Fingerprint,
  left: number,
  top: number,
  dx: number,
  dy: number,
): number {
  let [count, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0];
  for (let y = Math.max(top, -dy); y < Math.min(top + PART, ROWS - dy); y++) {
    for (let x = Math.max(left, -dx); x < Math.min(left + PART, COLUMNS - dx); x++) {
      const one = a[y * COLUMNS + x] ?? 0;
      const other = b[(y + dy) * COLUMNS + x + dx] ?? 0;
      count++;
      sumA += one;
      sumB += other;
      sumAA += one * one;
      sumBB += other * other;
      sumAB += one * other;
    }
  }
  const [varA, varB] = [sumAA - sumA ** 2 / count, sumBB - sumB ** 2 / count];
  return varA > 0 && varB > 0 ? (sumAB - (sumA * sumB) / count) / Math.sqrt(varA * varB) : 0;
}
