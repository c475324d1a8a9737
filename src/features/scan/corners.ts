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

/** Returns the corners with one of them at a new place, kept within the photo; the same corners where another is too near to that place. */
export function placeCorner(corners: Corners, index: CornerIndex, { x, y }: Point): Corners {
  const placed = { x: within(x), y: within(y) };
  const isTooNear = corners.some(
    (other, n) => n !== index && Math.hypot(placed.x - other.x, placed.y - other.y) < LEAST_APART,
  );
  if (isTooNear) return corners;
  const [a, b, c, d] = corners.map((corner, n) => (n === index ? placed : corner));
  return a && b && c && d ? [a, b, c, d] : corners;
}

/** Returns the same corners after their photo is turned clockwise by a quarter. */
export function turnCorners([topLeft, topRight, bottomRight, bottomLeft]: Corners): Corners {
  const turned = ({ x, y }: Point): Point => ({ x: 1 - y, y: x });
  return [turned(bottomLeft), turned(topLeft), turned(topRight), turned(bottomRight)];
}
