import type { Corners, Point } from '../../lib/paper/pixels.ts';

export const CORNER_NAMES = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;
export type CornerIndex = 0 | 1 | 2 | 3;
export const CORNER_INDEXES: readonly CornerIndex[] = [0, 1, 2, 3];

/** The corners for **Fotografia inteira**. */
export const WHOLE_PHOTO: Corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

/** The least distance between two corners, as a fraction of the photo: a sheet whose corners lie on one place has no proportion. */
const LEAST_APART = 0.02;

const within = (value: number) => Math.min(1, Math.max(0, value));

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** Returns the corners with one of them at a new place, kept within the photo; the same corners where it would come too near to another. */
export function placeCorner(corners: Corners, index: CornerIndex, { x, y }: Point): Corners {
  const placed = { x: within(x), y: within(y) };
  const before = corners[index];
  const comesTooNear = (other: Point) =>
    distance(placed, other) < Math.min(LEAST_APART, distance(before, other));
  if (corners.some((other, n) => n !== index && comesTooNear(other))) return corners;
  const [a, b, c, d] = corners.map((corner, n) => (n === index ? placed : corner));
  return a && b && c && d ? [a, b, c, d] : corners;
}

/** Returns the same corners after their photo is turned clockwise by a quarter. */
export function turnCorners([topLeft, topRight, bottomRight, bottomLeft]: Corners): Corners {
  const turned = ({ x, y }: Point): Point => ({ x: 1 - y, y: x });
  return [turned(bottomLeft), turned(topLeft), turned(topRight), turned(bottomRight)];
}
