import { type Plane, soften } from './planes.ts';

/** A change of light by less than this share of the paper's is grain, and no edge. */
const EDGE_SHARE = 0.09;
/** Every so many rows and columns are read: there are many letters on each. */
const STEP = 3;
/** So few edges tell nothing. */
const LEAST_EDGES = 200;
/** Longer ways from light to dark are shadows. */
const LONGEST_PX = 48;

/**
 * How many pixels the picture takes from paper to ink, in the middle case (Marziliano 2002): 2 to 5 where letters are sharp. Of rows and columns
 * the worse, since a hand that shakes smears to one side alone. Null where there are too few edges to say.
 */
export function edgeWidthOf(luma: Plane, paper: number): number | null {
  const soft = soften(luma);
  const { width, height } = luma;
  const least = Math.max(6, paper * EDGE_SHARE);
  const across = new Uint32Array(LONGEST_PX + 1);
  const down = new Uint32Array(LONGEST_PX + 1);
  for (let y = 0; y < height; y += STEP) countWays(soft.values, y * width, width, 1, least, across);
  for (let x = 0; x < width; x += STEP) countWays(soft.values, x, height, width, least, down);
  const widths = [across, down].map(middleOf).filter((each) => each !== null);
  return widths.length > 0 ? Math.max(...widths) : null;
}

/** Counts each way from a lightest pixel to the darkest that follows it, and back, by its length. */
function countWays(
  values: Uint8Array,
  start: number,
  length: number,
  step: number,
  least: number,
  counts: Uint32Array,
): void {
  let [turnAt, turnValue, sense] = [0, values[start] ?? 0, 0];
  let [beforeAt, before] = [0, turnValue];
  for (let i = 1; i < length; i++) {
    const here = values[start + i * step] ?? 0;
    const way = Math.sign(here - before);
    if (way !== 0 && way !== sense) {
      if (sense !== 0 && Math.abs(before - turnValue) >= least) count(counts, beforeAt - turnAt);
      [turnAt, turnValue, sense] = [i - 1, before, way];
    }
    if (way !== 0) [beforeAt, before] = [i, here];
  }
}

function count(counts: Uint32Array, length: number): void {
  if (length < counts.length) counts[length] = (counts[length] ?? 0) + 1;
}

function middleOf(counts: Uint32Array): number | null {
  const half = counts.reduce((sum, each) => sum + each, 0) / 2;
  if (half * 2 < LEAST_EDGES) return null;
  let passed = 0;
  for (const [length, each] of counts.entries()) {
    // Between two lengths, by how far the half lies in this one: whole pixels would be too coarse.
    if (passed + each >= half) return length - 0.5 + (half - passed) / each;
    passed += each;
  }
  return null;
}
