import { describe, expect, it } from 'vitest';
import { calmScene } from '../../../testing/paper/calm-scene.ts';
import { drawSheet, plainPicture } from '../../../testing/paper/draw-sheet.ts';
import { takePhoto } from '../../../testing/paper/take-photo.ts';
import { findPieces, lettersOf } from './letters.ts';
import type { Pixels } from './pixels.ts';
import { lumaOf } from './planes.ts';
import { straighten } from './straighten.ts';
import { toTone } from './tones.ts';

const print = { seed: 6, widthMm: 100, heightMm: 141, pixelsPerMm: 4, letterMm: 4, lines: 9 };
const SHADOW = { angle: 30, distance: 0, softness: 0.05, left: 0.4 };

function photographed(
  changed: Parameters<typeof calmScene>[0],
  paper?: readonly [number, number, number],
): Pixels {
  const { photo, corners } = takePhoto(
    drawSheet({ ...print, ...(paper && { paper }) }),
    calmScene({ columns: 420, rows: 560, ...changed }),
  );
  return straighten(photo, corners, 500);
}

/** Returns the share of pixels for which `isTrue` holds. */
function shareOf({ data }: Pixels, isTrue: (red: number, green: number, blue: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4)
    if (isTrue(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) count++;
  return (count * 4) / data.length;
}

const countLetters = (sheet: Pixels) => {
  const ink = lumaOf(sheet);
  return lettersOf(findPieces({ ...ink, values: ink.values.map((value) => (value < 128 ? 0 : 255)) }), ink)
    .length;
};

describe('the tones of a sheet', () => {
  it('has white paper in colour and in grey, though half of it lay in a shadow', () => {
    const sheet = photographed({ shadow: SHADOW });
    expect(shareOf(sheet, (red) => red > 230)).toBeLessThan(0.1);
    for (const tone of ['colour', 'grey'] as const) {
      expect(shareOf(toTone(sheet, tone), (...all) => Math.min(...all) > 230)).toBeGreaterThan(0.8);
    }
  });

  it('keeps every letter in black and white, in a shadow as in light', () => {
    const all = countLetters(toTone(drawSheet(print).picture, 'black-white'));
    for (const shadow of [null, SHADOW]) {
      const letters = countLetters(toTone(photographed({ shadow, noise: 5 }), 'black-white'));
      expect(letters / all).toBeGreaterThan(0.9);
      expect(letters / all).toBeLessThan(1.1);
    }
  });

  it('keeps faint print in black and white', () => {
    const faint = drawSheet({ ...print, ink: 165 }).picture;
    expect(countLetters(toTone(faint, 'black-white'))).toBe(
      countLetters(toTone(drawSheet(print).picture, 'black-white')),
    );
  });

  it('is one of two values in black and white, and equal in all channels in grey', () => {
    const sheet = photographed({ tint: [1, 0.9, 0.7] });
    expect(
      shareOf(toTone(sheet, 'black-white'), (red, green) => red === green && (red === 0 || red === 255)),
    ).toBe(1);
    expect(shareOf(toTone(sheet, 'grey'), (red, green, blue) => red === green && green === blue)).toBe(1);
  });

  it('is white under a yellow lamp, and keeps the colour of a blue paper', () => {
    const yellow = toTone(photographed({ tint: [1, 0.93, 0.8] }), 'colour');
    expect(shareOf(yellow, (_red, _green, blue) => blue > 225)).toBeGreaterThan(0.8);
    const blue = toTone(photographed({}, [90, 140, 230]), 'colour');
    expect(shareOf(blue, (red, _green, own) => own - red > 60)).toBeGreaterThan(0.8);
  });

  it('keeps a sheet that is all black black', () => {
    expect(shareOf(toTone(plainPicture(200, 280, [20, 20, 20]), 'black-white'), (red) => red === 0)).toBe(1);
  });
});
