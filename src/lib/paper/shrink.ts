import type { Pixels } from './pixels.ts';

const CHANNELS = 3;

/** A smaller copy whose longest side has at most so many pixels; each is the mean of those it stands for. */
export function shrink(photo: Pixels, longestSide: number): Pixels {
  const scale = longestSide / Math.max(photo.width, photo.height);
  if (scale >= 1) return photo;
  const width = Math.max(1, Math.round(photo.width * scale));
  const height = Math.max(1, Math.round(photo.height * scale));
  const data = new Uint8ClampedArray(width * height * 4);
  const sums = new Uint32Array(width * CHANNELS);
  const starts = Int32Array.from({ length: width + 1 }, (_, x) => Math.floor((x * photo.width) / width));
  const topOf = (y: number) => Math.floor((y * photo.height) / height);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const [top, bottom] = [topOf(y), topOf(y + 1)];
    for (let row = top; row < bottom; row++) addRow(photo, row, starts, sums);
    for (let x = 0; x < width; x++) {
      const count = ((starts[x + 1] ?? 0) - (starts[x] ?? 0)) * (bottom - top);
      const to = (y * width + x) * 4;
      for (let c = 0; c < CHANNELS; c++) data[to + c] = (sums[x * CHANNELS + c] ?? 0) / count;
      data[to + 3] = 255;
    }
  }
  return { width, height, data };
}

function addRow({ width, data }: Pixels, row: number, starts: Int32Array, sums: Uint32Array): void {
  let from = row * width * 4;
  for (let x = 0; x + 1 < starts.length; x++) {
    let [red, green, blue] = [0, 0, 0];
    for (let end = from + ((starts[x + 1] ?? 0) - (starts[x] ?? 0)) * 4; from < end; from += 4) {
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
