import { afterEach, expect, test, vi } from 'vitest';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { readPixels } from './paper-pixels.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  drawn = [];
});

/** What was drawn on the canvas, in its order. */
let drawn: unknown[] = [];

/** Stands for the canvas of a worker, and draws nothing. */
class BlankCanvas {
  constructor(
    public width: number,
    public height: number,
  ) {}
  getContext() {
    const getImageData = (_x: number, _y: number, width: number, height: number) => ({ width, height });
    return {
      fillStyle: '#000',
      fillRect(...area: number[]) {
        drawn.push([this.fillStyle, ...area]);
      },
      translate() {},
      rotate() {},
      drawImage: () => drawn.push('picture'),
      getImageData,
    };
  }
}

test.each([
  ['a photo', 1200, 1600],
  ['a photo that is reduced while it is decoded', 6000, 8000],
])('%s is read by a browser that knows no orientation of the image’s own', async (_, width, height) => {
  vi.stubGlobal('OffscreenCanvas', BlankCanvas);
  vi.stubGlobal('createImageBitmap', async (_photo: Blob, options: ImageBitmapOptions = {}) => {
    const { imageOrientation, resizeWidth = width } = options;
    if (imageOrientation === 'from-image') throw new TypeError('from-image is not a valid enum value');
    return { width: resizeWidth, height: (height * resizeWidth) / width, close: () => undefined };
  });
  const { width: read } = await readPixels(new Blob([jpegHeader(width, height)]), 0);
  expect(read).toBe(Math.min(width, 3400));
});

test('what is transparent in a picture is white, as paper is', async () => {
  vi.stubGlobal('OffscreenCanvas', BlankCanvas);
  vi.stubGlobal('createImageBitmap', async () => ({ width: 30, height: 40, close: () => undefined }));
  await readPixels(new Blob([jpegHeader(30, 40)]), 1);
  expect(drawn).toEqual([['#fff', 0, 0, 40, 30], 'picture']);
});
