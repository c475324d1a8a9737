import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, fromUnitSquare, invert } from './homography.ts';
import type { Corners, Point } from './pixels.ts';

const near = (x: number, y: number): fc.Arbitrary<Point> =>
  fc.record({
    x: fc.double({ min: x, max: x + 0.3, noNaN: true }),
    y: fc.double({ min: y, max: y + 0.3, noNaN: true }),
  });
/** One corner in each corner of the picture: always convex enough. */
const quads: fc.Arbitrary<Corners> = fc.tuple(near(0, 0), near(0.7, 0), near(0.7, 0.7), near(0, 0.7));
const places = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('the way from a sheet to its photo', () => {
  it('leads each corner of the sheet to where it lies on the photo', () => {
    fc.assert(
      fc.property(quads, (corners) => {
        const there = fromUnitSquare(corners);
        const square = [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ] as const;
        for (const [i, [x, y]] of square.entries()) {
          const corner = apply(there, { x, y });
          expect(corner.x).toBeCloseTo(corners[i]?.x ?? Number.NaN, 9);
          expect(corner.y).toBeCloseTo(corners[i]?.y ?? Number.NaN, 9);
        }
      }),
    );
  });

  it('leads back, too', () => {
    fc.assert(
      fc.property(quads, places, (corners, place) => {
        const there = fromUnitSquare(corners);
        const back = apply(invert(there), apply(there, place));
        expect(back.x).toBeCloseTo(place.x, 6);
        expect(back.y).toBeCloseTo(place.y, 6);
      }),
    );
  });
});
