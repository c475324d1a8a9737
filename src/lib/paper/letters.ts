import type { Plane } from './planes.ts';

/** A piece of ink that holds together, most often a letter. In pixels; `right` and `bottom` are the first outside it. */
export interface Piece {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Finds the pieces of ink of a sheet, run by run; two runs belong together when they touch, also at a corner. */
export function findPieces({ width, height, values }: Plane): Piece[] {
  const pieces: Piece[] = [];
  const parents: number[] = [];
  const rootOf = (piece: number): number => {
    let root = piece;
    while ((parents[root] ?? root) !== root) root = parents[root] = parents[parents[root] ?? root] ?? root;
    return root;
  };
  const join = (a: number, b: number): number => {
    const [first, second] = [rootOf(a), rootOf(b)];
    parents[Math.max(first, second)] = Math.min(first, second);
    return Math.min(first, second);
  };
  // The piece that each pixel of the row above belongs to; one column more at either side.
  let above = new Int32Array(width + 2).fill(-1);
  let here = new Int32Array(width + 2);
  for (let y = 0; y < height; y++) {
    here.fill(-1);
    for (let x = 0; x < width; x++) {
      if (values[y * width + x] !== 0) continue;
      let piece = here[x] ?? -1;
      for (let near = x; near <= x + 2; near++) {
        const other = above[near] ?? -1;
        if (other >= 0) piece = piece >= 0 && piece !== other ? join(piece, other) : other;
      }
      if (piece < 0) {
        piece = pieces.length;
        parents.push(piece);
        pieces.push({ left: x, top: y, right: x + 1, bottom: y + 1 });
      }
      here[x + 1] = piece;
      grow(pieces[piece], x, y);
    }
    [above, here] = [here, above];
  }
  for (const [i, piece] of pieces.entries()) {
    const whole = pieces[rootOf(i)];
    if (whole && whole !== piece) take(whole, piece);
  }
  return pieces.filter((_, i) => rootOf(i) === i);
}

function grow(piece: Piece | undefined, x: number, y: number): void {
  if (!piece) return;
  if (x < piece.left) piece.left = x;
  if (x >= piece.right) piece.right = x + 1;
  if (y >= piece.bottom) piece.bottom = y + 1;
}

function take(whole: Piece, part: Piece): void {
  whole.left = Math.min(whole.left, part.left);
  whole.top = Math.min(whole.top, part.top);
  whole.right = Math.max(whole.right, part.right);
  whole.bottom = Math.max(whole.bottom, part.bottom);
}

/** A piece lower than this is a speck; one higher than this share of the sheet is a drawing or a bar. */
const LEAST_PX = 3;
const MOST_SHARE = 1 / 12;
/** Letters that touch make a word, which is wider than a letter, but no higher. Widths are in heights. */
const LEAST_WIDTH = 0.12;
const MOST_WIDTH = 12;

/** Returns the pieces that may be letters or words, by their size alone. */
export function lettersOf(pieces: readonly Piece[], { width, height }: Plane): Piece[] {
  const most = Math.max(width, height) * MOST_SHARE;
  return pieces.filter(({ left, top, right, bottom }) => {
    const [wide, high] = [right - left, bottom - top];
    return high >= LEAST_PX && high <= most && wide >= high * LEAST_WIDTH && wide <= high * MOST_WIDTH;
  });
}

/**
 * Returns how high the letter in the middle is, in pixels, when each counts as much as the square of its height: specks are many, but low. 0 where
 * there are no letters.
 */
export function letterHeightOf(letters: readonly Piece[]): number {
  const heights = letters.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  let left = heights.reduce((sum, height) => sum + height ** 2, 0) / 2;
  for (const height of heights) {
    left -= height ** 2;
    if (left <= 0) return height;
  }
  return 0;
}
