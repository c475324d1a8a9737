import type { Pixels } from '../../src/lib/paper/pixels.ts';
import { createChance } from './chance.ts';
import type { PrintedSheet } from './take-photo.ts';

/** Something like print: lines of words made of strokes. Lengths are in mm. */
export interface Print {
  seed: number;
  widthMm: number;
  heightMm: number;
  pixelsPerMm: number;
  letterMm: number;
  /** The share of the lines with room on the sheet that are printed. */
  lines: number;
  paper?: readonly [number, number, number];
  /** How light its ink is, 0 to 255. */
  ink?: number;
  /** The width of a frame around the print, as forms have it. */
  frameMm?: number;
}

export function drawSheet(print: Print): PrintedSheet {
  const {
    seed,
    widthMm,
    heightMm,
    pixelsPerMm,
    letterMm,
    lines,
    paper = [255, 255, 255],
    ink = 40,
    frameMm = 0,
  } = print;
  const picture = plainPicture(Math.round(widthMm * pixelsPerMm), Math.round(heightMm * pixelsPerMm), paper);
  const chance = createChance(seed);
  const marginMm = Math.min(15, widthMm / 8);
  const fill = (left: number, top: number, wide: number, high: number) =>
    fillBox(
      picture,
      [left, top, wide, high].map((mm) => mm * pixelsPerMm) as [number, number, number, number],
      ink,
    );
  let top = marginMm;
  for (let line = 0; line < lines && top + letterMm < heightMm - marginMm; line++, top += letterMm * 2.4) {
    const end = widthMm - marginMm - (chance.next() < 0.25 ? chance.between(0, widthMm / 2) : 0);
    for (let left = marginMm; left < end; left += letterMm * 0.7) {
      for (const _ of Array.from({ length: Math.floor(chance.between(2, 9)) })) {
        if (left + letterMm > end) break;
        const isTall = chance.next() < 0.25;
        fill(left, isTall ? top - letterMm * 0.4 : top, letterMm * 0.18, isTall ? letterMm * 1.4 : letterMm);
        // As much ink lies across as stands upright, as in letters.
        fill(left, top + letterMm * chance.pick([0, 0.42]), letterMm * 0.6, letterMm * 0.18);
        if (chance.next() < 0.7) fill(left, top + letterMm * 0.82, letterMm * 0.6, letterMm * 0.18);
        if (chance.next() < 0.3) fill(left + letterMm * 0.42, top, letterMm * 0.18, letterMm);
        left += letterMm * 0.85;
      }
    }
  }
  if (frameMm > 0) {
    const [left, above] = [marginMm / 2, marginMm / 2];
    const [wide, high] = [widthMm - 2 * left, top - above];
    for (const x of [left, left + wide - frameMm]) fill(x, above, frameMm, high);
    for (const y of [above, above + high - frameMm]) fill(left, y, wide, frameMm);
  }
  return { picture, widthMm };
}

export function plainPicture(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number],
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([red, green, blue, 255], at);
  return { width, height, data };
}

function fillBox(
  { width, height, data }: Pixels,
  [left, top, wide, high]: [number, number, number, number],
  value: number,
) {
  for (let y = Math.round(top); y < Math.min(height, Math.round(top + high)); y++) {
    for (let x = Math.round(left); x < Math.min(width, Math.round(left + wide)); x++) {
      if (x >= 0 && y >= 0) data.fill(value, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
}
