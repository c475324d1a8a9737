import { describe, expect, it } from 'vitest';
import type { DecodedPhoto, PhotoCodec } from './photo-codec.ts';
import { nameOfSmaller, reducePhoto } from './reduce-photo.ts';

const MB = 1024 * 1024;

interface Drawn {
  width: number;
  height: number;
  type: string;
  quality: number;
}

/** Stands for a browser's codec that needs a fixed number of bytes per pixel at full quality, and records what it is asked to draw. */
function pretendCodec(photo: Partial<DecodedPhoto> & { bytesPerPixel?: number; writes?: string } = {}) {
  const { bytesPerPixel = 0.3, writes, ...picture } = photo;
  const drawn: Drawn[] = [];
  let closed = 0;
  const codec: PhotoCodec = {
    decode: async () => ({
      width: 4000,
      height: 3000,
      hasTransparency: () => false,
      async encode({ width, height }, type, quality) {
        drawn.push({ width, height, type, quality });
        const bytes = new Uint8Array(Math.round(width * height * quality * bytesPerPixel));
        return new Blob([bytes], { type: writes ?? type });
      },
      close: () => {
        closed += 1;
      },
      ...picture,
    }),
  };
  return { codec, drawn, timesClosed: () => closed };
}

const photo = (size: number) => new Blob([new Uint8Array(size)]);

describe('making a photo smaller', () => {
  it('keeps its proportions, its long side at 2000 points, and comes to about 0.6 MB', async () => {
    const { codec, drawn, timesClosed } = pretendCodec({ bytesPerPixel: 0.25 });
    const smaller = await reducePhoto(photo(4 * MB), 'image/jpeg', codec);
    expect(drawn).toEqual([{ width: 2000, height: 1500, type: 'image/jpeg', quality: 0.82 }]);
    expect(smaller?.type).toBe('image/jpeg');
    expect(timesClosed()).toBe(1);
  });

  it('tries with less when that is not enough', async () => {
    const { codec, drawn } = pretendCodec({ width: 3000, height: 4000, bytesPerPixel: 0.6 });
    const smaller = await reducePhoto(photo(9 * MB), 'image/jpeg', codec);
    expect(drawn.map(({ height }) => height)).toEqual([2000, 2000, 1600, 1400]);
    expect(smaller?.size).toBeLessThan(0.65 * MB);
  });

  it('leaves a long screenshot as it is, whose words would not be legible', async () => {
    const { codec, drawn } = pretendCodec({ width: 1080, height: 12_000 });
    expect(await reducePhoto(photo(3 * MB), 'image/png', codec)).toBeNull();
    expect(drawn).toEqual([]);
  });

  it('never makes it larger than it was in points', async () => {
    const { codec, drawn } = pretendCodec({ width: 1500, height: 900 });
    await reducePhoto(photo(3 * MB), 'image/png', codec);
    expect(drawn[0]).toMatchObject({ width: 1500, height: 900, type: 'image/jpeg' });
  });

  it('keeps transparent parts, in whatever the browser writes that has them', async () => {
    const hasTransparency = () => true;
    const webp = pretendCodec({ hasTransparency });
    expect((await reducePhoto(photo(4 * MB), 'image/png', webp.codec))?.type).toBe('image/webp');
    const png = pretendCodec({ hasTransparency, writes: 'image/png' });
    expect((await reducePhoto(photo(4 * MB), 'image/png', png.codec))?.type).toBe('image/png');
  });

  it('makes none when it would save little, or the browser cannot', async () => {
    const { codec } = pretendCodec({ width: 2000, height: 1500, bytesPerPixel: 5 });
    expect(await reducePhoto(photo(4 * MB), 'image/jpeg', codec)).toBeNull();
    const blind: PhotoCodec = { decode: () => Promise.reject(new DOMException('', 'InvalidStateError')) };
    expect(await reducePhoto(photo(4 * MB), 'image/jpeg', blind)).toBeNull();
    const mute = pretendCodec({ encode: async () => null });
    expect(await reducePhoto(photo(4 * MB), 'image/jpeg', mute.codec)).toBeNull();
    expect(mute.timesClosed()).toBe(1);
  });
});

it.each([
  ['FOTO.JPEG', 'image/jpeg', 'image/jpeg', 'FOTO.JPEG'],
  ['ecrã inteiro.png', 'image/png', 'image/jpeg', 'ecrã inteiro.jpg'],
  ['logo.v2.png', 'image/png', 'image/webp', 'logo.v2.webp'],
  ['.png', 'image/png', 'image/jpeg', '.png.jpg'],
])('«%s» of %s is called as what it becomes', (name, from, to, expected) => {
  expect(nameOfSmaller(name, from, to)).toBe(expected);
});
