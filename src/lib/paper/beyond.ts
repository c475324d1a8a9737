import type { Line } from './lines.ts';
import { type Side, seenBetween } from './sides.ts';

/** A corner in pixels from the picture's middle. */
export type Spot = readonly [x: number, y: number];

export interface Size {
  width: number;
  height: number;
}

/** Nearer to a corner than this, the edges of both sides lie within reach of each other. */
const CORNER_PX = 4;
/** How far beyond a corner a line is searched for edges, as a share of the side. */
export const BEYOND = 0.12;

/** Returns where a corner lies on a side's line, in pixels from the line's foot. */
export const alongSide = ({ nx, ny }: Line, [x, y]: Spot) => -ny * x + nx * y;

/** Returns how many pixels of a side's line have an edge just beyond its first and its second corner. */
export function seenBeyond(side: Side, start: number, end: number): readonly [number, number] {
  const [sense, further] = [Math.sign(end - start), BEYOND * Math.abs(end - start)];
  return [
    seenBetween(side, start - sense * further, start - sense * CORNER_PX),
    seenBetween(side, end + sense * CORNER_PX, end + sense * further),
  ];
}

/** Returns the length of the way that is searched beyond a corner of such a side, in pixels: a short side tells little on so short a way. */
export const wayBeyond = (long: number) => Math.max(LEAST_WAY_PX, BEYOND * long - CORNER_PX);

/** A side goes on when this share of the way to the picture's edge is seen; a way shorter than `LEAST_WAY_PX` tells nothing. */
const GOES_ON = 0.82;
const LEAST_WAY_PX = 8;

/** Returns whether one of the sides is no end of the sheet, but print or a form's frame on it: the sides beside it go on to the picture's edge. */
export function sheetGoesOn(sides: readonly Side[], corners: readonly Spot[], size: Size): boolean {
  const at = <T>(all: readonly T[], i: number) => all[(i + 4) % 4] as T;
  return sides.some((side, i) => {
    if (side.isEdge) return false;
    const ways = [
      wayOut(at(sides, i - 1), at(corners, i - 1), at(corners, i), size),
      wayOut(at(sides, i + 1), at(corners, i + 2), at(corners, i + 1), size),
    ].filter(({ long }) => long >= LEAST_WAY_PX);
    return ways.length > 0 && ways.every(({ long, seen }) => seen >= GOES_ON * long);
  });
}

/** Follows a side beyond its second corner. Returns how far the picture's edge is, and how much of the way has an edge under it. */
function wayOut(side: Side, [fromX, fromY]: Spot, [x, y]: Spot, { width, height }: Size) {
  const length = Math.hypot(x - fromX, y - fromY);
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length];
  const long = Math.min(distanceOut(x, dx, width / 2), distanceOut(y, dy, height / 2)) - CORNER_PX;
  const [start, sense] = [alongSide(side, [x, y]), Math.sign(alongSide(side, [dx, dy]))];
  const seen = seenBetween(side, start + sense * CORNER_PX, start + sense * (CORNER_PX + long));
  return { long, seen: side.isEdge ? 0 : seen };
}

const distanceOut = (at: number, step: number, half: number) =>
  step === 0 ? Number.POSITIVE_INFINITY : (Math.sign(step) * half - at) / step;
