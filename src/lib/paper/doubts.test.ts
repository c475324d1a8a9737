import { describe, expect, it } from 'vitest';
import { createChance } from '../../../testing/paper/chance.ts';
import { type Develop, develop } from '../../../testing/paper/develop.ts';
import { drawSheet, type Print } from '../../../testing/paper/draw-sheet.ts';
import { doubtsAbout, lookAt, type SheetLook } from './doubts.ts';
import type { Corners, Doubt, Pixels } from './pixels.ts';
import { straighten } from './straighten.ts';

const PRINT: Print = { seed: 7, widthMm: 100, heightMm: 130, pixelsPerMm: 5, letterMm: 2.4, lines: 22 };
const CALM: Develop = { blurPx: 0.7, shakePx: 0, shakeAngle: 0, noise: 3, quality: 85 };

interface Taken {
  print?: Partial<Print>;
  light?: number;
  hand?: Partial<Develop>;
}

/** Draws a sheet as the camera sees it, after it was straightened. */
function seen({ print = {}, light = 0.8, hand = {} }: Taken = {}): Pixels {
  const { picture } = drawSheet({ ...PRINT, ...print });
  const lit = { ...picture, data: picture.data.map((value, i) => (i % 4 === 3 ? value : value * light)) };
  return develop(lit, { ...CALM, ...hand }, createChance(print.seed ?? 1));
}

const part = (left: number, top: number, right: number, bottom: number): Corners => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];
const doubts = (look: SheetLook, ...others: SheetLook[]): Doubt[] =>
  doubtsAbout(look, part(0.1, 0.1, 0.9, 0.9), others);

describe('what is doubted of a photographed sheet', () => {
  it('is nothing where it can be read', () => {
    expect(doubts(lookAt(seen()))).toEqual([]);
    expect(doubts(lookAt(seen({ light: 0.5, hand: { noise: 6, quality: 70 } })))).toEqual([]);
  });

  it.each<[string, Doubt, Taken]>([
    ['the lens was not sharp', 'blurred', { hand: { blurPx: 3.5 } }],
    ['the hand shook to the side', 'blurred', { hand: { shakePx: 14 } }],
    ['the hand shook up and down', 'blurred', { hand: { shakePx: 14, shakeAngle: 90 } }],
    ['there was hardly any light', 'dark', { light: 0.2 }],
    ['nothing is printed on it', 'nearly-empty', { print: { lines: 0 } }],
    ['it was taken from too far away', 'small-letters', { print: { pixelsPerMm: 1.8 } }],
    [
      'it is a page of A4 whose letters ran into one another',
      'small-letters',
      { print: { heightMm: 141.4 }, hand: { blurPx: 3 } },
    ],
  ])('is said when %s', (_, doubt, taken) => {
    expect(doubts(lookAt(seen(taken)))).toContain(doubt);
  });

  it('is that its letters are small, not that it is nearly empty, when a few of its heading alone are as large as letters are', () => {
    const a4 = { widthMm: 100, heightMm: 141.4, pixelsPerMm: 3 };
    const heading = drawSheet({ ...a4, seed: 8, letterMm: 9, lines: 2 }).picture.data;
    const { picture } = drawSheet({ ...a4, seed: 7, letterMm: 1.6, lines: 20 });
    const both = { ...picture, data: picture.data.map((value, i) => Math.min(value, heading[i] ?? 0)) };
    const unsharp = { ...CALM, blurPx: 1 };
    expect(doubts(lookAt(develop(both, unsharp, createChance(7))))).toEqual(['small-letters']);
    const bare = drawSheet({ ...a4, seed: 8, letterMm: 2, lines: 0 }).picture;
    expect(doubts(lookAt(develop(bare, CALM, createChance(1))))).toEqual(['nearly-empty']);
  });

  it('is that it is cut off, when its letters or some of its sides end at the edge', () => {
    const cut = straighten(seen(), part(0, 0, 0.6, 1), 700);
    expect(doubts(lookAt(cut))).toEqual(['cut-off']);
    const look = lookAt(seen());
    expect(doubtsAbout(look, part(0.1, 0.1, 0.9, 1), [])).toEqual(['cut-off']);
    expect(doubtsAbout(look, part(0, 0, 1, 1), [])).toEqual([]);
    expect(doubtsAbout(look, null, [])).toEqual([]);
  });

  it('is that it is the same again, and not that another is', () => {
    const first = lookAt(seen());
    const again = lookAt(
      straighten(seen({ light: 0.6, hand: { noise: 6 } }), part(0.004, -0.003, 1.003, 0.997), 600),
    );
    const other = lookAt(seen({ print: { seed: 8 } }));
    expect(doubts(again, other, first)).toEqual(['same-again']);
    expect(doubts(other, first, again)).toEqual([]);
  });

  it('can be found from a look that was kept as plain data', () => {
    const look = structuredClone(lookAt(seen()));
    expect(doubts(look, look)).toEqual(['same-again']);
  });
});
