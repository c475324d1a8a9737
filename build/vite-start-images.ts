import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { START_IMAGE_SIZES, startImagePath } from '../shared/start-images.ts';
import type { Pixels } from '../src/lib/paper/pixels.ts';
import { readPng, writePng } from './png.ts';

const MARK = new URL('../public/icon-192.png', import.meta.url);
const MOST_COLOURS = 256;

/**
 * Writes the pictures that iPhones and iPads show while the installed app starts: the mark on white. Each device fetches its own alone, and only when the app
 * is installed.
 */
export function startImages(): Plugin {
  return {
    name: 'eclic-start-images',
    apply: 'build',
    generateBundle() {
      const mark = readPng(readFileSync(MARK));
      for (const [width, height] of START_IMAGE_SIZES) {
        const source = centreOnWhite(mark, width, height);
        this.emitFile({ type: 'asset', fileName: startImagePath(width, height), source });
      }
    },
  };
}

/** Puts a picture in the middle of a white one, and writes it with a table of its colours: a few kB, whatever its size. */
export function centreOnWhite({ width, height, data }: Pixels, wide: number, high: number): Buffer {
  const colours = new Map<number, number>([[0xffffff, 0]]);
  const rows = Buffer.alloc((wide + 1) * high);
  const [left, top] = [(wide - width) >> 1, (high - height) >> 1];
  for (let at = 0; at < width * height; at += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4);
    // The edges of the mark have more shades than a table holds, and than anybody sees.
    const [r, g, b] = [round(red), round(green), round(blue)];
    const shade = (r << 16) | (g << 8) | b;
    const index = colours.get(shade) ?? colours.size;
    colours.set(shade, index);
    rows[(top + Math.floor(at / width)) * (wide + 1) + 1 + left + (at % width)] = index;
  }
  if (colours.size > MOST_COLOURS) throw new Error(`The mark has ${colours.size} colours`);
  const table = Buffer.from(
    [...colours.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  );
  return writePng({ width: wide, height: high, table, rows });
}

/** Rounds a shade: white stays white, and the blue of the mark changes by a shade at most. */
function round(shade: number): number {
  return Math.round(shade / 3) * 3;
}
