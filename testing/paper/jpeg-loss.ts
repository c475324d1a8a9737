import type { Pixels } from '../../src/lib/paper/pixels.ts';

/** JPEG's own tables for light and for colour (ISO 10918-1, annex K), row by row. */
const LIGHT = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const COLOUR = [
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99,
  99, 99, 99, 99, 99,
];
const SIDE = 8;

/** Returns what is left of a picture after it was written as JPEG and read again. Blocks lose detail, and colours are kept at half the size. */
export function loseAsJpeg({ width, height, data }: Pixels, quality: number): Pixels {
  const scale = quality < 50 ? 50 / quality : 2 - quality / 50;
  const light = scaled(LIGHT, scale);
  const colour = scaled(COLOUR, scale);
  const [columns, rows] = [Math.ceil(width / 16) * 16, Math.ceil(height / 16) * 16];
  const planes = [
    new Float32Array(columns * rows),
    ...[1, 2].map(() => new Float32Array((columns * rows) / 4)),
  ];
  const [y, cb, cr] = planes as [Float32Array, Float32Array, Float32Array];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (Math.min(row, height - 1) * width + Math.min(column, width - 1)) * 4;
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      y[row * columns + column] = 0.299 * red + 0.587 * green + 0.114 * blue - 128;
      const half = (row >> 1) * (columns >> 1) + (column >> 1);
      cb[half] = (cb[half] ?? 0) + (-0.168736 * red - 0.331264 * green + 0.5 * blue) / 4;
      cr[half] = (cr[half] ?? 0) + (0.5 * red - 0.418688 * green - 0.081312 * blue) / 4;
    }
  }
  loseBlocks(y, columns, rows, light);
  loseBlocks(cb, columns >> 1, rows >> 1, colour);
  loseBlocks(cr, columns >> 1, rows >> 1, colour);
  const lost = new Uint8ClampedArray(data.length);
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0; column < width; column++, to += 4) {
      const bright = (y[row * columns + column] ?? 0) + 128;
      const half = (row >> 1) * (columns >> 1) + (column >> 1);
      const [b, r] = [cb[half] ?? 0, cr[half] ?? 0];
      lost[to] = bright + 1.402 * r;
      lost[to + 1] = bright - 0.344136 * b - 0.714136 * r;
      lost[to + 2] = bright + 1.772 * b;
      lost[to + 3] = 255;
    }
  }
  return { width, height, data: lost };
}

/** Scales a table. The lower half of the table for colours repeats its last value, and is not written out. */
function scaled(table: readonly number[], scale: number): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, (_, i) =>
    Math.max(1, Math.min(255, Math.round((table[i] ?? table.at(-1) ?? 1) * scale))),
  );
}

const COSINES = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
  const [frequency, place] = [i >> 3, i & 7];
  return Math.cos(((2 * place + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

function loseBlocks(plane: Float32Array, columns: number, rows: number, table: Float32Array): void {
  const block = new Float32Array(SIDE * SIDE);
  for (let top = 0; top < rows; top += SIDE) {
    for (let left = 0; left < columns; left += SIDE) {
      const start = top * columns + left;
      for (let i = 0; i < block.length; i++) block[i] = plane[start + (i >> 3) * columns + (i & 7)] ?? 0;
      transform(block, false);
      for (let i = 0; i < block.length; i++) {
        const step = table[i] ?? 1;
        block[i] = Math.round((block[i] ?? 0) / step) * step;
      }
      transform(block, true);
      for (let i = 0; i < block.length; i++) plane[start + (i >> 3) * columns + (i & 7)] = block[i] ?? 0;
    }
  }
}

const half = new Float32Array(SIDE * SIDE);

/** The discrete cosine transform of rows and then of columns, or the way back. */
function transform(block: Float32Array, isBack: boolean): void {
  turnRows(block, half, isBack);
  turnRows(half, block, isBack);
}

/** Transforms each row of `from` and writes it as a column of `to`. */
function turnRows(from: Float32Array, to: Float32Array, isBack: boolean): void {
  for (let row = 0; row < SIDE; row++) {
    for (let out = 0; out < SIDE; out++) {
      let sum = 0;
      for (let i = 0; i < SIDE; i++) {
        sum += (from[row * SIDE + i] ?? 0) * (COSINES[isBack ? i * SIDE + out : out * SIDE + i] ?? 0);
      }
      to[out * SIDE + row] = sum;
    }
  }
}
