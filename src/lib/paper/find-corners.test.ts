import { describe, expect, it } from 'vitest';
import { calmScene } from '../../../testing/paper/calm-scene.ts';
import { cornerError } from '../../../testing/paper/corner-error.ts';
import { drawSheet, plainPicture } from '../../../testing/paper/draw-sheet.ts';
import type { TableKind } from '../../../testing/paper/tables.ts';
import { type Scene, takePhoto } from '../../../testing/paper/take-photo.ts';
import { findCorners } from './find-corners.ts';

const letter = drawSheet({ seed: 3, widthMm: 210, heightMm: 297, pixelsPerMm: 2, letterMm: 3, lines: 30 });
const receipt = drawSheet({ seed: 4, widthMm: 80, heightMm: 200, pixelsPerMm: 3, letterMm: 3, lines: 20 });
const form = drawSheet({
  seed: 5,
  widthMm: 210,
  heightMm: 297,
  pixelsPerMm: 2,
  letterMm: 3,
  lines: 27,
  frameMm: 1,
});
const FRAME = { columns: 360, rows: 480 };

function errorOn(sheet: typeof letter, scene: Scene): number {
  const { photo, corners } = takePhoto(sheet, scene);
  const found = findCorners(photo);
  return found ? cornerError(found, corners, photo) : Number.POSITIVE_INFINITY;
}

describe('the corners of a sheet on a photo', () => {
  it.each<TableKind>(['plain', 'wood', 'tiles', 'checked', 'stone', 'busy'])(
    'are found on a table that is %s',
    (table) => {
      expect(errorOn(letter, calmScene({ ...FRAME, seed: 11, table }))).toBeLessThan(0.02);
    },
  );

  it.each<[string, Scene]>([
    ['leans by 40°', calmScene({ ...FRAME, pose: { tilt: 40, towards: 70, roll: 0 } })],
    ['lies turned by 35°', calmScene({ ...FRAME, pose: { roll: 35, tilt: 5 } })],
    ['bends up at an edge', calmScene({ ...FRAME, pose: { curl: 4, bent: 'right' } })],
    [
      'lies half in a shadow',
      calmScene({ ...FRAME, shadow: { angle: 30, distance: 0, softness: 0.02, left: 0.45 } }),
    ],
    ['was seen by an unsteady hand', calmScene({ ...FRAME, blurPx: 1.5, noise: 8, quality: 60 })],
  ])('are found when it %s', (_, scene) => {
    expect(errorOn(letter, scene)).toBeLessThan(0.02);
    expect(errorOn(receipt, scene)).toBeLessThan(0.02);
  });

  it.each([
    ['the right', [0.2, 0], (x: number) => x],
    ['the top', [0, -0.2], (_: number, y: number) => 1 - y],
  ] as const)(
    'lie on the edge of the photo when the sheet goes on beyond it, to %s',
    (_side, shift, awayFromMiddle) => {
      const { photo } = takePhoto(letter, calmScene({ ...FRAME, pose: { shift } }));
      const found = findCorners(photo) ?? [];
      expect(found.filter(({ x, y }) => awayFromMiddle(x, y) > 0.995)).toHaveLength(2);
    },
  );

  it('are those of a form that goes on beyond the photo, not of the frame that is printed on it', () => {
    const pose = { shift: [0, 0.2], roll: 3 } as const;
    const { photo } = takePhoto(form, calmScene({ ...FRAME, pose }));
    expect((findCorners(photo) ?? []).filter(({ y }) => y > 0.995)).toHaveLength(2);
  });

  it('are none where a line of print would be taken for the end of a sheet that is as light as its table', () => {
    const pose = { tilt: 20, towards: 36 * 37, roll: -3, fill: 0.75 };
    const scene = calmScene({ ...FRAME, seed: 36, blurPx: 0.6, noise: 5, pose });
    expect(findCorners(takePhoto(letter, scene).photo)).toBeNull();
  });

  it('are none on a blank picture, on bare tables and on a sheet that fills more than the photo', () => {
    expect(findCorners(plainPicture(640, 480, [200, 190, 180]))).toBeNull();
    for (const table of ['wood', 'stone', 'checked', 'tiles'] as const) {
      const bare = takePhoto(letter, calmScene({ ...FRAME, table, pose: { shift: [4, 4] } }));
      expect(findCorners(bare.photo), table).toBeNull();
    }
    const { photo } = takePhoto(letter, calmScene({ ...FRAME, pose: { fill: 1.6 } }));
    expect(findCorners(photo)).toBeNull();
  });
});
