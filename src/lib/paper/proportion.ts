import type { Corners, Pixels, Point } from './pixels.ts';

type Vector = readonly [number, number, number];

/** The lenses of phones and cameras, in longest sides of the picture: from a very wide one to one that magnifies twice. */
const SHORTEST_LENS = 0.5;
const LONGEST_LENS = 2;
const USUAL_LENS = 0.78;
/** From this value on, the sides that run away from the camera tell how long its lens is. */
const TELLING = 1e-3;

const A4 = Math.SQRT2;
/** A sheet that is so near to A4 is A4: its corners are not found more exactly. */
const NEAR_A4 = 0.07;

/**
 * Returns a sheet's width by its height, from where its corners lie on the photo of a camera that was held askew (Zhang and He 2004); that of A4
 * where it is near.
 */
export function proportionOf(corners: Corners, { width, height }: Pick<Pixels, 'width' | 'height'>): number {
  const own = seenProportion(corners, width, height);
  const tall = own < 1;
  const long = tall ? 1 / own : own;
  const kept = Math.abs(long / A4 - 1) <= NEAR_A4 ? A4 : long;
  return tall ? 1 / kept : kept;
}

function seenProportion(corners: Corners, width: number, height: number): number {
  const longest = Math.max(width, height);
  const place = ({ x, y }: Point): Vector => [
    ((x - 0.5) * width) / longest,
    ((y - 0.5) * height) / longest,
    1,
  ];
  const [topLeft, topRight, bottomRight, bottomLeft] = [
    place(corners[0]),
    place(corners[1]),
    place(corners[2]),
    place(corners[3]),
  ];
  const k2 = dot(cross(topLeft, bottomRight), bottomLeft) / dot(cross(topRight, bottomRight), bottomLeft);
  const k3 = dot(cross(topLeft, bottomRight), topRight) / dot(cross(bottomLeft, bottomRight), topRight);
  const along = minus(topRight, topLeft, k2);
  const down = minus(bottomLeft, topLeft, k3);
  const lens = lensOf(along, down);
  return (
    Math.hypot(along[0] / lens, along[1] / lens, along[2]) /
    Math.hypot(down[0] / lens, down[1] / lens, down[2])
  );
}

/** Finds the lens: the two directions of a sheet's sides are at a right angle, which only one lens makes true. */
function lensOf(along: Vector, down: Vector): number {
  const away = along[2] * down[2];
  if (Math.abs(away) < TELLING) return USUAL_LENS;
  const squared = -(along[0] * down[0] + along[1] * down[1]) / away;
  return Math.min(LONGEST_LENS, Math.max(SHORTEST_LENS, squared > 0 ? Math.sqrt(squared) : USUAL_LENS));
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const minus = (a: Vector, b: Vector, times: number): Vector => [
  times * a[0] - b[0],
  times * a[1] - b[1],
  times * a[2] - b[2],
];
