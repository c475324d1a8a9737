import { describe, expect, it } from 'vitest';
import { isLargePhoto, readPictureSize } from './large-photo.ts';

const MB = 1024 * 1024;

const bytesOf = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );

/** EXIF first, as telephones write it, then a table, a fill byte and the frame. */
const JPEG = bytesOf(
  [0xff, 0xd8, 0xff, 0xe1, 0, 8],
  'Exif\0\0',
  [0xff, 0xc4, 0, 3, 0, 0xff, 0xff, 0xc2, 0, 17, 8, 0x0b, 0xd0, 0x0f, 0xc0, 3],
);
const PNG = bytesOf('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0x0a, 0xf0, 0, 0, 0x04, 0x38]);
const LOSSY = bytesOf(
  'RIFF',
  [0, 0, 0, 0],
  'WEBPVP8 ',
  [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x40, 6, 0xb0, 4],
);
const EXTENDED = bytesOf(
  'RIFF',
  [0, 0, 0, 0],
  'WEBPVP8X',
  [10, 0, 0, 0, 0, 0, 0, 0, 0x0f, 0x27, 0, 0x8f, 1, 0],
);
/** The lossless format has 14 bits for each side less one. */
const LOSSLESS = bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 0xff, 0x41, 0x12, 0]);

describe('the pixels of a picture', () => {
  it.each([
    ['JPEG', JPEG, 4032, 3024],
    ['PNG', PNG, 2800, 1080],
    ['WebP', LOSSY, 1600, 1200],
    ['WebP with more to it', EXTENDED, 10_000, 400],
    ['WebP without loss', LOSSLESS, 512, 74],
  ])('are read from the first bytes of a %s', (_kind, bytes, width, height) => {
    expect(readPictureSize(bytes)).toEqual({ width, height });
  });

  it('are not known of what is cut off, or no picture', () => {
    for (const bytes of [JPEG.slice(0, 20), PNG.slice(0, 18), bytesOf('%PDF-1.7'), new Uint8Array()]) {
      expect(readPictureSize(bytes)).toBeNull();
    }
  });
});

describe('a photo is large', () => {
  it('by its bytes, or by its pixels when there is something to save', () => {
    expect(isLargePhoto({ type: 'image/jpeg', size: 2.1 * MB }, new Uint8Array())).toBe(true);
    expect(isLargePhoto({ type: 'image/jpeg', size: 1.5 * MB }, JPEG)).toBe(true);
    expect(isLargePhoto({ type: 'image/jpeg', size: 0.5 * MB }, JPEG)).toBe(false);
    expect(isLargePhoto({ type: 'image/webp', size: 1.5 * MB }, LOSSY)).toBe(false);
  });

  it('never when it is no picture that browsers draw, or too big to be drawn', () => {
    for (const type of ['application/pdf', 'image/heic']) {
      expect(isLargePhoto({ type, size: 9 * MB }, new Uint8Array())).toBe(false);
    }
    expect(isLargePhoto({ type: 'image/png', size: 51 * MB }, PNG)).toBe(false);
  });
});
