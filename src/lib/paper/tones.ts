import { type Light, lightOf, lightOfRow } from './light.ts';
import type { Pixels, Tone } from './pixels.ts';
import { lumaOf, type Plane } from './planes.ts';

/** A pixel that is as light as this share of the bare paper around it is paper too: paper has grain, and light is uneven. */
const PAPER_SHARE = 0.92;
/** No place is made lighter by more than this: in so deep a shadow the noise would be, too. */
const MOST_GAIN = 4;

/** Evens out the shadows on a sheet and makes its paper white; in black and white, each pixel is one or the other. */
export function toTone(sheet: Pixels, tone: Tone): Pixels {
  const luma = lumaOf(sheet);
  const light = lightOf(luma);
  if (tone === 'colour') return lightenColours(sheet, luma, light);
  return toPixels(tone === 'grey' ? lighten(luma, light) : inkOf(luma, light));
}

/** Returns 0 where there is ink, 255 where there is paper. */
export function inkOf(luma: Plane, light: Light): Plane {
  return blacken(lighten(luma, light));
}

/** Writes how much lighter each pixel of a row is made. */
function writeGains(light: Light, y: number, height: number, gains: Float32Array): void {
  lightOfRow(light, y, height, gains);
  for (let x = 0; x < gains.length; x++) {
    gains[x] = Math.min(MOST_GAIN, 255 / Math.max(1, (gains[x] ?? 0) * PAPER_SHARE));
  }
}

function lighten(luma: Plane, light: Light): Plane {
  const { width, height } = luma;
  const values = new Uint8Array(width * height);
  const gains = new Float32Array(width);
  for (let y = 0, at = 0; y < height; y++) {
    writeGains(light, y, height, gains);
    for (let x = 0; x < width; x++, at++) {
      values[at] = Math.min(255, (luma.values[at] ?? 0) * (gains[x] ?? 1));
    }
  }
  return { width, height, values };
}

/** One pixel in so many is read, each way: few of a sheet's pixels tell the colour of its paper. */
const BALANCE_STEP = 8;
/** A lamp tints all paper by less than this: what is tinted more is coloured paper, and stays so. */
const MOST_TINT = 1.35;

/** Returns what each channel is multiplied by, so that paper under a lamp's or the sky's light is white. */
function balanceOf({ data }: Pixels, luma: Plane, light: Light): readonly [number, number, number] {
  const sums = [0, 0, 0] as [number, number, number];
  const paper = new Float32Array(luma.width);
  for (let y = 0; y < luma.height; y += BALANCE_STEP) {
    lightOfRow(light, y, luma.height, paper);
    for (let x = 0; x < luma.width; x += BALANCE_STEP) {
      const at = y * luma.width + x;
      if ((luma.values[at] ?? 0) < (paper[x] ?? 0) * PAPER_SHARE) continue;
      sums[0] += data[at * 4] ?? 0;
      sums[1] += data[at * 4 + 1] ?? 0;
      sums[2] += data[at * 4 + 2] ?? 0;
    }
  }
  const most = Math.max(...sums);
  if (most > Math.min(...sums) * MOST_TINT) return [1, 1, 1];
  return [most / sums[0], most / sums[1], most / sums[2]];
}

/** Makes all pixels of one place lighter alike, whatever their colour: what is printed in colour stays so. */
function lightenColours(sheet: Pixels, luma: Plane, light: Light): Pixels {
  const { width, height, data: from } = sheet;
  const [red, green, blue] = balanceOf(sheet, luma, light);
  const data = new Uint8ClampedArray(from.length);
  const gains = new Float32Array(width);
  for (let y = 0, at = 0; y < height; y++) {
    writeGains(light, y, height, gains);
    for (let x = 0; x < width; x++, at += 4) {
      const gain = gains[x] ?? 1;
      data[at] = (from[at] ?? 0) * gain * red;
      data[at + 1] = (from[at + 1] ?? 0) * gain * green;
      data[at + 2] = (from[at + 2] ?? 0) * gain * blue;
      data[at + 3] = 255;
    }
  }
  return { width, height, data };
}

/** The window is as wide as a few letters; a share of the longest side. */
const WINDOW_SHARE = 1 / 60;
/** Ink is darker than this share of what is around it (Bradley and Roth 2007). */
const INK_SHARE = 0.86;
/** What is darker than `SURELY_INK` is ink even in the middle of a bar; what is lighter than `SURELY_PAPER` is paper even beside one. */
const SURELY_INK = 85;
const SURELY_PAPER = 215;

function blacken({ width, height, values }: Plane): Plane {
  const radius = Math.max(4, Math.round(Math.max(width, height) * WINDOW_SHARE));
  const black = new Uint8Array(width * height);
  // The sum of each column within the window, kept from row to row.
  const columns = new Uint32Array(width);
  const addRow = (y: number, sign: 1 | -1) => {
    if (y < 0 || y >= height) return;
    for (let x = 0, at = y * width; x < width; x++, at++)
      columns[x] = (columns[x] ?? 0) + sign * (values[at] ?? 0);
  };
  for (let y = 0; y < radius; y++) addRow(y, 1);
  for (let y = 0, at = 0; y < height; y++) {
    addRow(y + radius, 1);
    addRow(y - radius - 1, -1);
    const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
    let [sum, wide] = [0, 0];
    for (let x = 0; x < Math.min(radius, width); x++, wide++) sum += columns[x] ?? 0;
    for (let x = 0; x < width; x++, at++) {
      if (x + radius < width) [sum, wide] = [sum + (columns[x + radius] ?? 0), wide + 1];
      if (x > radius) [sum, wide] = [sum - (columns[x - radius - 1] ?? 0), wide - 1];
      const value = values[at] ?? 0;
      const isInk = value < SURELY_INK || (value < SURELY_PAPER && value * wide * rows < sum * INK_SHARE);
      black[at] = isInk ? 0 : 255;
    }
  }
  return { width, height, values: black };
}

function toPixels({ width, height, values }: Plane): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0, to = 0; at < values.length; at++, to += 4) {
    const value = values[at] ?? 0;
    data[to] = value;
    data[to + 1] = value;
    data[to + 2] = value;
    data[to + 3] = 255;
  }
  return { width, height, data };
}
