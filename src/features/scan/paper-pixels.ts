import { readPictureSize } from '../../../domain/large-photo.ts';
import type { Quarters } from '../../db/core/file-schema.ts';
import type { Pixels } from '../../lib/paper/pixels.ts';

/** WebKit's limit for a canvas. */
const MAX_PIXELS = 16_777_216;
/** The width at which a larger and wider photo is decoded. At a proportion of four to three, in either direction, this stays below the limit. */
const REDUCED_WIDTH_PX = 3_400;
/** The size of a photo is in its first bytes, after a preview of at most 64 kB. */
const FIRST_BYTES = 128 * 1024;

/**
 * Reads a photo upright, turned by the given quarters. Rejects where the browser cannot read it. The canvas is emptied at once, since some browsers keep it for
 * long.
 */
export async function readPixels(photo: Blob, turn: Quarters): Promise<Pixels> {
  // Every browser turns a photo upright unasked; those before Chrome 112 reject `from-image`.
  const bitmap = await createImageBitmap(
    photo,
    (await isTooLarge(photo)) ? { resizeWidth: REDUCED_WIDTH_PX, resizeQuality: 'high' } : {},
  );
  const scale = Math.min(1, Math.sqrt(MAX_PIXELS / (bitmap.width * bitmap.height)));
  const [across, down] = [Math.floor(bitmap.width * scale), Math.floor(bitmap.height * scale)];
  const isOnSide = turn % 2 === 1;
  const { canvas, context } = makeCanvas(isOnSide ? down : across, isOnSide ? across : down);
  try {
    // A canvas is transparent at first, which is read as black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate((turn * Math.PI) / 2);
    context.drawImage(bitmap, -across / 2, -down / 2, across, down);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  } finally {
    bitmap.close();
    empty(canvas);
  }
}

async function isTooLarge(photo: Blob): Promise<boolean> {
  const size = readPictureSize(new Uint8Array(await photo.slice(0, FIRST_BYTES).arrayBuffer()));
  return size !== null && size.width * size.height > MAX_PIXELS && size.width > REDUCED_WIDTH_PX;
}

/** Encodes the pixels as JPEGs of these qualities, from 0 to 1, and returns the first one within `maxBytes`, or else the last. */
export async function encodeJpeg(
  { width, height, data }: Pixels,
  qualities: readonly number[],
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<ArrayBuffer> {
  const { canvas, context } = makeCanvas(width, height);
  const image = context.createImageData(width, height);
  image.data.set(data);
  context.putImageData(image, 0, 0);
  try {
    let last: Blob | undefined;
    for (const quality of qualities) {
      last = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (last.size <= maxBytes) break;
    }
    if (last?.type !== 'image/jpeg') throw new Error('This browser writes no JPEG');
    return await last.arrayBuffer();
  } finally {
    empty(canvas);
  }
}

function makeCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws nothing in a worker');
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}

function empty(canvas: OffscreenCanvas): void {
  canvas.width = 0;
  canvas.height = 0;
}
