import type { Pixels } from './pixels.ts';

const CHANNELS = 3;
/** So many pixels of each row and column are read for one pixel of the copy: more would only take longer. */
const ENOUGH = 4;

/** Returns a smaller copy whose longest side has at most so many pixels; each is the mean of what it stands for. */
export function shrink(photo: Pixels, longestSide: number): Pixels {
  const scale = Math.max(photo.width, photo.height) / longestSide;
  if (scale <= 1) return photo;
  const width = Math.max(1, Math.round(photo.width / scale));
  const height = Math.max(1, Math.round(photo.height / scale));
  const step = Math.max(1, Math.floor(scale / ENOUGH));
  const data = new Uint8ClampedArray(width * height * 4);
  const sums = new Uint32Array(width * CHANNELS);
  const starts = startsOf(photo.width, width);
  const tops = startsOf(photo.height, height);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const [top, bottom] = [tops[y] ?? 0, tops[y + 1] ?? 0];
    for (let row = top; row < bottom; row += step) addRow(photo, row, step, starts, sums);
    const rows = Math.ceil((bottom - top) / step);
    for (let x = 0; x < width; x++) {
      const count = Math.ceil(((starts[x + 1] ?? 0) - (starts[x] ?? 0)) / step) * rows;
      const to = (y * width + x) * 4;
      for (let c = 0; c < CHANNELS; c++) data[to + c] = (sums[x * CHANNELS + c] ?? 0) / count;
      data[to + 3] = 255;
    }
  }
  return { width, height, data };
}

/** Returns where the pixels begin that become each pixel of the smaller copy, and where the last of them end. */
function startsOf(length: number, shorter: number): Int32Array {
  return Int32Array.from({ length: shorter + 1 }, (_, i) => Math.floor((i * length) / shorter));
}

function addRow(
  { width, data }: Pixels,
  row: number,
  step: number,
  starts: Int32Array,
  sums: Uint32Array,
): void {
  const start = row * width * 4;
  for (let x = 0; x + 1 < starts.length; x++) {
    let [red, green, blue] = [0, 0, 0];
    const end = start + (starts[x + 1] ?? 0) * 4;
    for (let from = start + (starts[x] ?? 0) * 4; from < end; from += 4 * step) {
      red += data[from] ?? 0;
      green += data[from + 1] ?? 0;
      blue += data[from + 2] ?? 0;
    }
    const to = x * CHANNELS;
    sums[to] = (sums[to] ?? 0) + red;
    sums[to + 1] = (sums[to + 1] ?? 0) + green;
    sums[to + 2] = (sums[to + 2] ?? 0) + blue;
  }
}
