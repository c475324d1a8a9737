import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Corners, Point } from '../../lib/paper/pixels.ts';
import { proportionOf } from '../../lib/paper/proportion.ts';
import { CORNER_INDEXES, placeCorner, turnCorners, WHOLE_PHOTO } from './corners.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({ x: share, y: share });
const anyCorners = fc.tuple(point, point, point, point);

const near = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) < 1e-9;

test('a photo that is turned four times has its corners where they were', () => {
  fc.assert(
    fc.property(anyCorners, (corners: Corners) => {
      const turned = turnCorners(turnCorners(turnCorners(turnCorners(corners))));
      expect(turned.every((corner, n) => near(corner, corners[n] ?? corner))).toBe(true);
    }),
  );
});

test('the corners of a whole photo are those of the turned one too', () => {
  expect(turnCorners(WHOLE_PHOTO)).toEqual(WHOLE_PHOTO);
});

test('a corner is never put outside its photo, and the others stay', () => {
  const far = fc.double({ min: -9, max: 9, noNaN: true });
  fc.assert(
    fc.property(anyCorners, far, far, (corners: Corners, x, y) => {
      const [first, ...others] = placeCorner(corners, 0, { x, y });
      expect([first.x, first.y].every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(others).toEqual(corners.slice(1));
    }),
  );
});

test('a corner that is dragged onto another stays beside it, so that the sheet has a proportion', () => {
  const photo = { width: 900, height: 1200 };
  for (const index of CORNER_INDEXES) {
    for (const other of CORNER_INDEXES.filter((each) => each !== index)) {
      const placed = placeCorner(WHOLE_PHOTO, index, WHOLE_PHOTO[other]);
      expect(near(placed[index], placed[other])).toBe(false);
      expect(proportionOf(placed, photo)).toBeGreaterThan(0);
    }
  }
});

test('a corner that lies on another is parted from it by the smallest step', () => {
  const [topLeft, topRight, , bottomLeft] = WHOLE_PHOTO;
  const together: Corners = [topLeft, topRight, bottomLeft, bottomLeft];
  expect(placeCorner(together, 2, { x: 0.01, y: 1 })[2]).toEqual({ x: 0.01, y: 1 });
});
