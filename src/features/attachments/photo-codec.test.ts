import { afterEach, expect, it, vi } from 'vitest';
import { browserCodec } from './photo-codec.ts';

afterEach(() => vi.unstubAllGlobals());

it('a photo is read by a browser that knows no orientation of the image’s own', async () => {
  vi.stubGlobal(
    'createImageBitmap',
    async (_: Blob, { imageOrientation = 'none' }: ImageBitmapOptions = {}) => {
      if (imageOrientation === 'from-image') throw new TypeError('from-image is not a valid enum value');
      return { width: 3000, height: 4000, close: () => undefined };
    },
  );
  expect(await browserCodec.decode(new Blob())).toMatchObject({ width: 3000, height: 4000 });
});
