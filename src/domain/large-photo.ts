import { isPicture } from './file-kinds.ts';
import { readPictureSize } from './picture-size.ts';

const BYTES_PER_MB = 1024 * 1024;

/** From here on a photo takes its time on a telephone's connection. */
const LARGE_BYTES = 2 * BYTES_PER_MB;
/** More than a page needs to be read by. */
const LARGE_SIDE_PX = 2500;
/** Below it there is nothing worth saving, however many pixels it has. */
const SMALL_ENOUGH_BYTES = BYTES_PER_MB;
/** What is larger is not decoded: a telephone might give up the whole page. */
const MAX_DECODED_BYTES = 50 * BYTES_PER_MB;

interface Photo {
  type: string;
  size: number;
}

/** Whether its first bytes have to be looked at to know. */
export function mayBeLargePhoto({ type, size }: Photo): boolean {
  return isPicture(type) && size > SMALL_ENOUGH_BYTES && size <= MAX_DECODED_BYTES;
}

/** Whether a smaller one is worth offering. */
export function isLargePhoto(photo: Photo, firstBytes: Uint8Array): boolean {
  if (!mayBeLargePhoto(photo)) return false;
  if (photo.size > LARGE_BYTES) return true;
  const pixels = readPictureSize(firstBytes);
  return pixels !== null && Math.max(pixels.width, pixels.height) > LARGE_SIDE_PX;
}
