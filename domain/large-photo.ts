import type { Attachment } from '../contract/types.ts';
import { BYTES_PER_MB } from '../shared/format-bytes.ts';
import { isPicture } from './file-kinds.ts';
import { hasBytesAt } from './file-signature.ts';

/** From this size on a photo is slow to send from a phone. */
const LARGE_BYTES = 2 * BYTES_PER_MB;
/** More pixels than a photographed page needs to be legible. */
const LARGE_SIDE_PX = 2500;
/** A smaller file is not worth reducing, however many pixels it has. */
const SMALL_ENOUGH_BYTES = BYTES_PER_MB;
/** A larger file is not decoded: a phone might run out of memory and close the page. */
const MAX_DECODED_BYTES = 50 * BYTES_PER_MB;

type Photo = Pick<Attachment, 'type' | 'size'>;

/** A longer picture, such as a screenshot of a whole conversation, becomes too narrow to be read where its longer side is made as short as a page's. */
const LONGEST = 3;

export function mayBeLargePhoto({ type, size }: Photo): boolean {
  return isPicture(type) && size > SMALL_ENOUGH_BYTES && size <= MAX_DECODED_BYTES;
}

export function isLargePhoto(photo: Photo, firstBytes: Uint8Array): boolean {
  if (!mayBeLargePhoto(photo)) return false;
  if (photo.size > LARGE_BYTES) return true;
  const pixels = readPictureSize(firstBytes);
  return pixels !== null && Math.max(pixels.width, pixels.height) > LARGE_SIDE_PX;
}

/** The size in pixels, as stored: if the picture is shown turned, width and height are exchanged. */
type PictureSize = { width: number; height: number };

/** Returns whether nobody could read the picture on a page; false where its size is not known. */
export function isVeryLong(size: PictureSize | null): boolean {
  return size !== null && Math.max(size.width, size.height) > LONGEST * Math.min(size.width, size.height);
}

/** Reads the size from the first bytes, without decoding the picture; null when they do not tell. */
export function readPictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (hasBytesAt(bytes, 0, '\x89PNG')) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (hasBytesAt(bytes, 0, 'RIFF')) return readWebp(bytes, view);
    if (hasBytesAt(bytes, 0, '\xff\xd8')) return readJpeg(view);
  } catch {
    // The bytes end before the size.
  }
  return null;
}

/** Whether a marker starts a frame: baseline, progressive and rarer kinds. Three markers in the same range mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function readJpeg(view: DataView): PictureSize | null {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Any number of fill bytes may stand before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function readWebp(bytes: Uint8Array, view: DataView): PictureSize | null {
  const sixteen = (at: number) => view.getUint16(at, true);
  const threeBytes = (at: number) => sixteen(at) + view.getUint8(at + 2) * 0x10000;
  if (hasBytesAt(bytes, 12, 'VP8X')) return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 };
  if (hasBytesAt(bytes, 12, 'VP8 ')) return { width: sixteen(26) & 0x3fff, height: sixteen(28) & 0x3fff };
  if (!hasBytesAt(bytes, 12, 'VP8L')) return null;
  const packed = view.getUint32(21, true);
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
}
