import type { Piece } from './letters.ts';
import { type Plane, soften } from './planes.ts';

/** How steep light is where letters are: without a unit, so that letters of any size in any light compare. */
export interface Sharpness {
  /** How steep it is in the direction in which it changes least: 0.5 and more where letters are sharp. */
  least: number;
  /** How many times as steep it is in the other direction: up to 2 where nobody's hand shook. */
  smear: number;
}

/** Sums of products of slopes: the structure tensor. */
interface Slopes {
  xx: number;
  xy: number;
  yy: number;
  count: number;
}

/** A lens that is not sharp flattens all letters; a hand that shakes smears them to one side alone. */
export function sharpnessOf(
  luma: Plane,
  letters: readonly Piece[],
  letterHeight: number,
  paper: number,
): Sharpness {
  const soft = soften(luma);
  const slopes: Slopes = { xx: 0, xy: 0, yy: 0, count: 0 };
  for (const letter of letters) addSlopes(slopes, soft, letter);
  const { xx, xy, yy, count } = slopes;
  const half = (xx + yy) / 2;
  const apart = Math.hypot((xx - yy) / 2, xy);
  const scale = letterHeight ** 2 / Math.max(1, paper) ** 2 / Math.max(1, count);
  return { least: (half - apart) * scale, smear: (half + apart) / Math.max(Number.EPSILON, half - apart) };
}

function addSlopes(
  slopes: Slopes,
  { width, height, values }: Plane,
  { left, top, right, bottom }: Piece,
): void {
  const end = Math.min(width - 1, right + 1);
  for (let y = Math.max(1, top - 1); y < Math.min(height - 1, bottom + 1); y++) {
    for (let x = Math.max(1, left - 1); x < end; x++) {
      const at = y * width + x;
      const dx = ((values[at + 1] ?? 0) - (values[at - 1] ?? 0)) / 2;
      const dy = ((values[at + width] ?? 0) - (values[at - width] ?? 0)) / 2;
      slopes.xx += dx * dx;
      slopes.xy += dx * dy;
      slopes.yy += dy * dy;
      slopes.count++;
    }
  }
}
