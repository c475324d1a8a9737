import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calmScene } from '../../../testing/paper/calm-scene.ts';
import { drawSheet, plainPicture } from '../../../testing/paper/draw-sheet.ts';
import { takePhoto } from '../../../testing/paper/take-photo.ts';
import type { Corners, Pixels, Point } from './pixels.ts';
import { fromUnitSquare, straighten } from './straighten.ts';
import { toTone } from './tones.ts';

const A4 = { seed: 5, widthMm: 210, heightMm: 297, pixelsPerMm: 2, letterMm: 9, lines: 12 };
const LEANING = { tilt: 35, towards: 20, roll: -20 };

/** Returns the share of pixels that differ between two sheets in black and white when one is read at the other's size. */
function differing(a: Pixels, b: Pixels): number {
  let count = 0;
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      const other =
        Math.floor(((y + 0.5) * b.height) / a.height) * b.width + Math.floor(((x + 0.5) * b.width) / a.width);
      if (Math.abs((a.data[(y * a.width + x) * 4] ?? 0) - (b.data[other * 4] ?? 0)) > 128) count++;
    }
  }
  return count / (a.width * a.height);
}

describe('a straightened sheet', () => {
  it('shows what the sheet shows, though the camera leant by 35°', () => {
    const sheet = drawSheet(A4);
    const { photo, corners } = takePhoto(sheet, calmScene({ columns: 450, rows: 600, pose: LEANING }));
    const straight = toTone(straighten(photo, corners, 400), 'black-white');
    expect(differing(straight, sheet.picture)).toBeLessThan(0.03);
    const mirrored = [corners[1], corners[0], corners[3], corners[2]] as const;
    expect(differing(toTone(straighten(photo, mirrored, 600), 'black-white'), sheet.picture)).toBeGreaterThan(
      0.1,
    );
  });

  it.each([
    ['A4', 210, 297, 1 / Math.SQRT2],
    ['A4 that lies on its side', 297, 210, Math.SQRT2],
    ['a card', 85.6, 54, 85.6 / 54],
    ['a receipt', 80, 220, 80 / 220],
    ['a square', 150, 150, 1],
  ])('has the proportion of %s', (_, widthMm, heightMm, proportion) => {
    const sheet = drawSheet({ ...A4, widthMm, heightMm });
    for (const pose of [
      LEANING,
      { tilt: 40, towards: 0 },
      { tilt: 40, towards: 45, roll: 0, lens: 1.8 },
      { tilt: 30, towards: 90, roll: 0 },
    ]) {
      const { photo, corners } = takePhoto(sheet, calmScene({ columns: 200, rows: 200, pose }));
      const { width, height } = straighten(photo, corners, 150);
      expect(width / height / proportion).toBeGreaterThan(0.93);
      expect(width / height / proportion).toBeLessThan(1.07);
    }
  });

  it('is A4 to the pixel where it is nearly so', () => {
    const corners = [
      { x: 0.1, y: 0.1 },
      { x: 0.9, y: 0.1 },
      { x: 0.9, y: 0.93 },
      { x: 0.1, y: 0.93 },
    ] as const;
    const { width, height } = straighten(plainPicture(1000, 1400, [250, 250, 250]), corners, 990);
    expect([width, height]).toEqual([700, 990]);
  });

  it('is as large as asked, but never larger than it is on the photo', () => {
    const { photo, corners } = takePhoto(drawSheet(A4), calmScene({ columns: 300, rows: 400 }));
    expect(straighten(photo, corners, 200).height).toBe(200);
    expect(straighten(photo, corners, 5000).height).toBeLessThan(400);
  });
});

const near = (x: number, y: number): fc.Arbitrary<Point> =>
  fc.record({
    x: fc.double({ min: x, max: x + 0.3, noNaN: true }),
    y: fc.double({ min: y, max: y + 0.3, noNaN: true }),
  });
/** One corner in each corner of the picture: always convex enough. */
const quads: fc.Arbitrary<Corners> = fc.tuple(near(0, 0), near(0.7, 0), near(0.7, 0.7), near(0, 0.7));

it('the way from a sheet to its photo leads each corner to where it lies on the photo', () => {
  fc.assert(
    fc.property(quads, (corners) => {
      const [a, b, c, d, e, f, g, h, i] = fromUnitSquare(corners);
      const square = [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const;
      for (const [n, [x, y]] of square.entries()) {
        const depth = g * x + h * y + i;
        expect((a * x + b * y + c) / depth).toBeCloseTo(corners[n]?.x ?? Number.NaN, 9);
        expect((d * x + e * y + f) / depth).toBeCloseTo(corners[n]?.y ?? Number.NaN, 9);
      }
    }),
  );
});
