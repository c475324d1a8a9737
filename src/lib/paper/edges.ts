import type { Pixels } from './pixels.ts';
import { channelOf, closeOver, type Plane, soften } from './planes.ts';

/** The places where a picture changes, thinned to one pixel across. */
export interface Edges {
  width: number;
  height: number;
  /** How much the picture changes from one pixel to the next; 0 beside edges. */
  strength: Uint8Array;
  /** The direction towards what is lighter, a whole turn in 256 steps. */
  direction: Uint8Array;
  /** The pixels that lie on an edge. */
  places: Int32Array;
}

/** A change of less than this is noise. */
const MIN_STRENGTH = 3;
const STEPS = 256;

/** Finds the edges of a photo without what is dark and thinner than twice the radius: the edges of a sheet, of a table, of a shadow. */
export function findEdges(photo: Pixels, radius: number): Edges {
  const { width, height } = photo;
  const across = new Float32Array(width * height);
  const down = new Float32Array(width * height);
  for (const channel of [0, 1, 2] as const) {
    addSlopes(soften(closeOver(soften(channelOf(photo, channel)), radius)), across, down);
  }
  return thin(width, height, across, down);
}

/** Sobel's slopes; of each pixel the steepest of all channels counts. */
function addSlopes({ width, height, values }: Plane, across: Float32Array, down: Float32Array): void {
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const [a, b, c] = [values[at - width - 1] ?? 0, values[at - width] ?? 0, values[at - width + 1] ?? 0];
      const [d, f] = [values[at - 1] ?? 0, values[at + 1] ?? 0];
      const [g, h, i] = [values[at + width - 1] ?? 0, values[at + width] ?? 0, values[at + width + 1] ?? 0];
      const dx = (c + 2 * f + i - a - 2 * d - g) / 8;
      const dy = (g + 2 * h + i - a - 2 * b - c) / 8;
      const [oldX, oldY] = [across[at] ?? 0, down[at] ?? 0];
      if (dx * dx + dy * dy <= oldX * oldX + oldY * oldY) continue;
      across[at] = dx;
      down[at] = dy;
    }
  }
}

/** Keeps each pixel that is steeper than its two neighbours up and down the slope. */
function thin(width: number, height: number, across: Float32Array, down: Float32Array): Edges {
  const steepness = across.map((dx, at) => Math.sqrt(dx * dx + (down[at] ?? 0) ** 2));
  const strength = new Uint8Array(width * height);
  const direction = new Uint8Array(width * height);
  const places: number[] = [];
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const here = steepness[at] ?? 0;
      if (here < MIN_STRENGTH) continue;
      const [dx, dy] = [across[at] ?? 0, down[at] ?? 0];
      const step = Math.round(dx / here) + Math.round(dy / here) * width;
      if (here < (steepness[at + step] ?? 0) || here <= (steepness[at - step] ?? 0)) continue;
      strength[at] = Math.min(255, Math.round(here));
      direction[at] = Math.round((Math.atan2(dy, dx) / (2 * Math.PI)) * STEPS) & (STEPS - 1);
      places.push(at);
    }
  }
  return { width, height, strength, direction, places: Int32Array.from(places) };
}

/** Returns how far two directions lie from each other, in 256ths of a turn, at most 128. */
export function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) & (STEPS - 1);
  return Math.min(turn, STEPS - turn);
}
