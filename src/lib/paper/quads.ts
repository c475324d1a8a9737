import { alongSide, BEYOND, type Size, type Spot, seenBeyond, sheetGoesOn, wayBeyond } from './beyond.ts';
import type { Line } from './lines.ts';
import { type Side, seenBetween } from './sides.ts';

export interface Quad {
  corners: readonly [Spot, Spot, Spot, Spot];
  /** What speaks for the figure, in pixels of side. */
  score: number;
  /** The share that has an edge under it: of the side that is seen least, and of all sides together. */
  leastSeen: number;
  seen: number;
  /** The share of the sides' lines just beyond the corners that has an edge under it, too. */
  beyond: number;
  /** How far the lines of both neighbours have an edge just past a side, as a share, for the side where that is most. */
  past: number;
  /** Whether the figure ends at the picture's own edge. */
  isCut: boolean;
  /** The figure's area as a share of the picture's. */
  area: number;
}

/** Opposite sides of a sheet that lies askew still point nearly the same way; neighbours do not (cosines). */
const OPPOSITE = Math.cos((50 * Math.PI) / 180);
const NEIGHBOUR = Math.cos((42 * Math.PI) / 180);
/** How far apart opposite sides of a sheet worth reading are, as a share of the picture's shorter side. */
const LEAST_APART = 0.12;
/** How far outside the picture a corner may lie, as a share of its size: the sheet then just fills the picture. */
const OUTSIDE = 0.015;
/** How much each pixel of a side without an edge under it counts against the figure. */
const AGAINST_UNSEEN = 1.3;
/** How much an edge that goes on beyond a corner counts against it: such an edge is a table's or a tile's. */
const AGAINST_BEYOND = 0.8;
/** A sheet may end at the picture's edge on one side; with more, it cannot be told from a table. */
const MOST_EDGES = 1;
/** A sheet is lighter or darker than what it lies on, but seldom lighter at one side and darker at another. */
const AGAINST_MIXED = 0.5;

/** Finds the four-sided figures that the lines make, the best first; opposite sides are at least nearly parallel. */
export function findQuads(sides: readonly Side[], size: Size): Quad[] {
  const pairs = pairUp(sides, Math.min(size.width, size.height) * LEAST_APART);
  const quads: Quad[] = [];
  for (const [i, [a, c]] of pairs.entries()) {
    for (const [b, d] of pairs.slice(i + 1)) {
      if (Math.abs(dot(a, b)) > NEIGHBOUR || Math.abs(dot(c, d)) > NEIGHBOUR) continue;
      const quad = judge([a, b, c, d], size);
      if (quad) quads.push(quad);
    }
  }
  return quads.sort((a, b) => b.score - a.score);
}

const dot = (a: Line, b: Line) => a.nx * b.nx + a.ny * b.ny;

function pairUp(sides: readonly Side[], leastApart: number): (readonly [Side, Side])[] {
  return sides.flatMap((a, i) =>
    sides.slice(i + 1).flatMap((b) => {
      const along = dot(a, b);
      const apart = Math.abs(a.offset - Math.sign(along) * b.offset);
      return Math.abs(along) >= OPPOSITE && apart >= leastApart ? [[a, b] as const] : [];
    }),
  );
}

function meet(a: Line, b: Line): Spot {
  const cross = a.nx * b.ny - a.ny * b.nx;
  return [(a.offset * b.ny - b.offset * a.ny) / cross, (b.offset * a.nx - a.offset * b.nx) / cross];
}

function judge([a, b, c, d]: readonly [Side, Side, Side, Side], size: Size): Quad | null {
  if ([a, b, c, d].filter(({ isEdge }) => isEdge).length > MOST_EDGES) return null;
  const corners = [meet(d, a), meet(a, b), meet(b, c), meet(c, d)] as const;
  const [halfWidth, halfHeight] = [size.width * (0.5 + OUTSIDE), size.height * (0.5 + OUTSIDE)];
  if (!corners.every(([x, y]) => Math.abs(x) <= halfWidth && Math.abs(y) <= halfHeight)) return null;
  const twice = signedArea(corners);
  const sides = [a, b, c, d] as const;
  if (twice === null || sheetGoesOn(sides, corners, size)) return null;
  // For each side, how far its neighbours go on past it: the one that comes from before it, and the one that comes from behind it.
  const [pastFirst, pastSecond] = [new Float32Array(4), new Float32Array(4)];
  let [score, round, length, seen, leastSeen, lighter, beyond] = [0, 0, 0, 0, 1, 0, 0];
  for (const [i, side] of sides.entries()) {
    const [from, to] = [corners[i] ?? corners[0], corners[(i + 1) % 4] ?? corners[0]];
    const [start, end] = [alongSide(side, from), alongSide(side, to)];
    const long = Math.abs(end - start);
    const under = Math.min(long, seenBetween(side, start, end));
    score += under - AGAINST_UNSEEN * (long - under);
    round += long;
    lighter += pointsIn(side, corners) ? long : 0;
    if (side.isEdge) continue;
    const [before, after] = seenBeyond(side, start, end);
    beyond += before + after;
    pastFirst[(i + 3) % 4] = before / wayBeyond(long);
    pastSecond[(i + 1) % 4] = after / wayBeyond(long);
    length += long;
    seen += under;
    leastSeen = Math.min(leastSeen, under / long);
  }
  score -= AGAINST_BEYOND * beyond;
  score -= AGAINST_MIXED * Math.min(lighter, round - lighter);
  return {
    corners,
    score,
    leastSeen,
    seen: seen / length,
    beyond: beyond / (2 * BEYOND * length),
    past: Math.max(...pastFirst.map((share, i) => Math.min(share, pastSecond[i] ?? 0))),
    isCut: sides.some(({ isEdge }) => isEdge),
    area: Math.abs(twice) / 2 / (size.width * size.height),
  };
}

function pointsIn({ nx, ny, offset }: Line, corners: readonly Spot[]): boolean {
  const [x, y] = corners.reduce(([sumX, sumY], [cx, cy]) => [sumX + cx / 4, sumY + cy / 4], [0, 0]);
  return nx * x + ny * y > offset;
}

/** Returns twice the area, negative when the corners go round against the clock; null unless the figure is convex. */
function signedArea(corners: Quad['corners']): number | null {
  let [area, turns] = [0, 0];
  for (const [i, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(i + 1) % 4] ?? [x, y];
    const [afterX, afterY] = corners[(i + 2) % 4] ?? [x, y];
    area += x * nextY - nextX * y;
    turns += Math.sign((nextX - x) * (afterY - nextY) - (nextY - y) * (afterX - nextX));
  }
  return Math.abs(turns) === 4 ? area : null;
}
