import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from './browsers/browser.ts';
import { waitFor } from './browsers/wait-for.ts';

/** One transparent pixel, lossless. */
const WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
/** HEIC for a program that cannot draw it and looks no further than the first bytes. */
const HEIC = Buffer.concat([
  Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(200),
]);

export function putFile(folder: string, name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

export const webp = (folder: string) => putFile(folder, 'carta.webp', WEBP);
export const heic = (folder: string) => putFile(folder, 'telefone.heic', HEIC);

const LEFT_IS_UP = 6;
/** A camera's note that it was held sideways, as EXIF writes it: one entry, the orientation. */
const SIDEWAYS = Buffer.from([
  ...[0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0'), ...Buffer.from('MM\0*'), 0, 0, 0, 8, 0, 1],
  ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, LEFT_IS_UP, 0, 0, 0, 0, 0, 0],
]);
const START_OF_IMAGE_BYTES = 2;

/** Draws a photo of a phone held sideways: red on the left, which is up, and blue on the right. It is padded to the weight of a real one. */
export async function photo(browser: Browser, folder: string, name: string, bytes: number): Promise<string> {
  const drawn = await browser.run(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [4000, 3000];
    const context = canvas.getContext('2d');
    for (const [index, colour] of ['red', 'blue'].entries()) {
      if (context) context.fillStyle = colour;
      context?.fillRect(index * 2000, 0, 2000, 3000);
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  const plain = Buffer.from(drawn, 'base64');
  const taken = Buffer.concat([
    plain.subarray(0, START_OF_IMAGE_BYTES),
    SIDEWAYS,
    plain.subarray(START_OF_IMAGE_BYTES),
  ]);
  return putFile(folder, name, Buffer.concat([taken, Buffer.alloc(Math.max(0, bytes - taken.length))]));
}

/** Waits for a complete file in the browser's folder of downloads. */
export function downloaded(folder: string, name: RegExp): Promise<Buffer> {
  return waitFor(
    async () => {
      const names = readdirSync(folder);
      if (names.some((each) => /\.(part|crdownload|wkdownload)$/.test(each))) return null;
      const found = names.find((each) => name.test(each));
      const bytes = found && readFileSync(join(folder, found));
      return bytes && bytes.length > 0 ? bytes : null;
    },
    () => `No ${name} was downloaded, but: ${readdirSync(folder).join(', ')}`,
  );
}
