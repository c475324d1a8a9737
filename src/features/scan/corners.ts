import type { Corners, Point } from '../../lib/paper/pixels.ts';

export const CORNER_NAMES = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;
export type CornerIndex = 0 | 1 | 2 | 3;
export const CORNER_INDEXES: readonly CornerIndex[] = [0, 1, 2, 3];

/** *Fotografia inteira*. */
export const WHOLE_PHOTO: Corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

const within = (value: number) => Math.min(1, Math.max(0, value));

/** The corner at its new place, as far as the photo goes. */
export function placeCorner(corners: Corners, index: CornerIndex, { x, y }: Point): Corners {
  const placed = { x: within(x), y: within(y) };
  const [a, b, c, d] = corners.map((corner, n) => (n === index ? placed : corner));
  return a && b && c && d ? [a, b, c, d] : corners;
}

/** The same corners once their photo is turned by a quarter, clockwise. */
export function turnCorners([topLeft, topRight, bottomRight, bottomLeft]: Corners): Corners {
  const turned = ({ x, y }: Point): Point => ({ x: 1 - y, y: x });
  return [turned(bottomLeft), turned(topLeft), turned(topRight), turned(bottomRight)];
}
