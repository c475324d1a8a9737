import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { START_IMAGE_SIZES } from '../shared/start-images.ts';
import { readPng } from './png.ts';
import { centreOnWhite } from './vite-start-images.ts';

const mark = readPng(readFileSync(new URL('../public/icon-192.png', import.meta.url)));

test('the mark stands in the middle of the screen of each iPhone and iPad, in a file of a few kB', () => {
  for (const [width, height] of START_IMAGE_SIZES) {
    const png = centreOnWhite(mark, width, height);
    expect(png.length, `${width} × ${height}`).toBeLessThan(10_000);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
  }
});

test('the mark is read as it is drawn: blue in its corner’s curve, white beyond it', () => {
  const at = (x: number, y: number) => [...mark.data.subarray((y * mark.width + x) * 4).slice(0, 3)];
  expect(at(96, 12)).toEqual([0x03, 0x4a, 0xd8]);
  expect(at(0, 0)).toEqual([255, 255, 255]);
});
