import type { Pixels } from './pixels.ts';

/** One value for each pixel, row by row. */
export interface Plane {
  width: number;
  height: number;
  values: Uint8Array;
}

/** Returns red, green or blue alone. */
export function channelOf({ width, height, data }: Pixels, channel: 0 | 1 | 2): Plane {
  const values = new Uint8Array(width * height);
  for (let at = 0, from = channel; at < values.length; at++, from += 4) values[at] = data[from] ?? 0;
  return { width, height, values };
}

/** Returns how light each pixel looks (ITU-R BT.601). */
export function lumaOf({ width, height, data }: Pixels): Plane {
  const values = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < values.length; at++, from += 4) {
    values[at] = (77 * (data[from] ?? 0) + 150 * (data[from + 1] ?? 0) + 29 * (data[from + 2] ?? 0)) >> 8;
  }
  return { width, height, values };
}

/**
 * Returns the picture without what is dark and thinner than twice the radius, such as letters; edges stay where they are. Each pixel takes the
 * lightest of those to the right and below, then the darkest of those to the left and above.
 */
export function closeOver({ width, height, values }: Plane, radius: number): Plane {
  const closed = values.slice();
  const size = 2 * radius + 1;
  // A window of any size is made of two overlapping windows of half of it, and so on.
  for (const step of halvesOf(size)) takeLightest(closed, width, height, step, 0);
  for (const step of halvesOf(size)) takeLightest(closed, width, height, 0, step);
  for (const step of halvesOf(size)) takeDarkest(closed, width, height, step, 0);
  for (const step of halvesOf(size)) takeDarkest(closed, width, height, 0, step);
  return { width, height, values: closed };
}

function halvesOf(size: number): number[] {
  const steps: number[] = [];
  for (let covered = 1; covered < size; covered += steps.at(-1) ?? size)
    steps.push(Math.min(covered, size - covered));
  return steps;
}

function takeLightest(values: Uint8Array, width: number, height: number, right: number, below: number): void {
  const step = below * width + right;
  for (let y = 0; y < height - below; y++) {
    for (let at = y * width, end = at + width - right; at < end; at++) {
      const [here, there] = [values[at] ?? 0, values[at + step] ?? 0];
      if (there > here) values[at] = there;
    }
  }
}

function takeDarkest(values: Uint8Array, width: number, height: number, left: number, above: number): void {
  const step = above * width + left;
  for (let y = height - 1; y >= above; y--) {
    for (let at = y * width + width - 1, end = y * width + left; at >= end; at--) {
      const [here, there] = [values[at] ?? 0, values[at - step] ?? 0];
      if (there < here) values[at] = there;
    }
  }
}

/** Returns the mean of each pixel and its eight neighbours. */
export function soften({ width, height, values }: Plane): Plane {
  const rows = new Uint16Array(values.length);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const end = start + width - 1;
    for (let at = start; at <= end; at++) {
      const middle = values[at] ?? 0;
      rows[at] =
        middle + (at > start ? (values[at - 1] ?? 0) : middle) + (at < end ? (values[at + 1] ?? 0) : middle);
    }
  }
  const soft = new Uint8Array(values.length);
  const last = values.length - width;
  for (let at = 0; at < values.length; at++) {
    const middle = rows[at] ?? 0;
    const above = at >= width ? (rows[at - width] ?? 0) : middle;
    const below = at < last ? (rows[at + width] ?? 0) : middle;
    soft[at] = Math.round((middle + above + below) / 9);
  }
  return { width, height, values: soft };
}
