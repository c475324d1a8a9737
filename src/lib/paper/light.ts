import type { Plane } from './planes.ts';

/** How light bare paper is in each cell of a sheet: between cells it changes gently, as light does. */
export interface Light {
  columns: number;
  rows: number;
  values: Float32Array;
}

/** The number of cells along the sheet's longest side. */
const CELLS = 48;
/** What is dark over so many cells to either side is taken for a picture or a bar, and not for a shadow. */
const DARK_CELLS = 3;
/** This share of a cell's pixels is lighter than the value that is taken for its paper: noise and glare are. */
const LIGHTER_SHARE = 0.2;

/** Returns the light of bare paper, with what is printed on it closed over. */
export function lightOf({ width, height, values }: Plane): Light {
  const side = Math.max(width, height) / CELLS;
  const columns = Math.max(1, Math.round(width / side));
  const rows = Math.max(1, Math.round(height / side));
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      const [left, right] = [
        Math.floor((column * width) / columns),
        Math.floor(((column + 1) * width) / columns),
      ];
      const [top, bottom] = [Math.floor((row * height) / rows), Math.floor(((row + 1) * height) / rows)];
      for (let y = top; y < bottom; y++) {
        for (let at = y * width + left; at < y * width + right; at++) {
          const value = values[at] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
      paper[row * columns + column] = lightestBut(counts, (right - left) * (bottom - top) * LIGHTER_SHARE);
    }
  }
  const closed = spread(spread(paper, columns, rows, Math.max), columns, rows, Math.min);
  return { columns, rows, values: average(closed, columns, rows) };
}

function lightestBut(counts: Uint32Array, lighter: number): number {
  let passed = 0;
  for (let value = 255; value > 0; value--) {
    passed += counts[value] ?? 0;
    if (passed > lighter) return value;
  }
  return 0;
}

type Join = (a: number, b: number) => number;

function spread(values: Float32Array, columns: number, rows: number, join: Join): Float32Array {
  return values.map((_, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    let best = values[at] ?? 0;
    const [top, bottom] = [Math.max(0, y - DARK_CELLS), Math.min(rows - 1, y + DARK_CELLS)];
    const [left, right] = [Math.max(0, x - DARK_CELLS), Math.min(columns - 1, x + DARK_CELLS)];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        best = join(best, values[row * columns + column] ?? 0);
      }
    }
    return best;
  });
}

/** Averages each cell with those around it. */
function average(values: Float32Array, columns: number, rows: number): Float32Array {
  return values.map((_, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    let [sum, count] = [0, 0];
    for (let row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column++) {
        sum += values[row * columns + column] ?? 0;
        count++;
      }
    }
    return sum / count;
  });
}

/** Writes the light at each pixel of one row. */
export function lightOfRow(
  { columns, rows, values }: Light,
  y: number,
  height: number,
  row: Float32Array,
): void {
  const exactRow = Math.min(rows - 1, Math.max(0, ((y + 0.5) * rows) / height - 0.5));
  const upper = Math.floor(exactRow);
  const lower = Math.min(rows - 1, upper + 1);
  const low = exactRow - upper;
  for (let x = 0; x < row.length; x++) {
    const exact = Math.min(columns - 1, Math.max(0, ((x + 0.5) * columns) / row.length - 0.5));
    const left = exact | 0;
    const right = left + 1 < columns ? left + 1 : left;
    const across = exact - left;
    const above =
      (values[upper * columns + left] ?? 0) * (1 - across) + (values[upper * columns + right] ?? 0) * across;
    const below =
      (values[lower * columns + left] ?? 0) * (1 - across) + (values[lower * columns + right] ?? 0) * across;
    row[x] = above * (1 - low) + below * low;
  }
}
