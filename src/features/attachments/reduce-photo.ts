import type { Attachment } from '../../../contract/types.ts';
import { isVeryLong } from '../../../domain/large-photo.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { replaceWithSmaller } from '../../db/drafts/smaller-photos.ts';
import { type DecodedPhoto, fitInto, makeThumbnail, type PhotoCodec, type PhotoType } from './photo-codec.ts';

/** The sizes and qualities to try, in order. At 2000 pixels an A4 page stays readable: 170 dots per inch. */
const ATTEMPTS = [
  { sidePx: 2000, quality: 0.82 },
  { sidePx: 2000, quality: 0.7 },
  { sidePx: 1600, quality: 0.7 },
  { sidePx: 1400, quality: 0.55 },
] as const;

/** The size that the words *cerca de 0,6 MB* promise. */
const ENOUGH_BYTES = 0.65 * 1024 * 1024;

/** A smaller photo above this fraction of the original's size is not worth the lost pixels. */
const WORTH_IT = 0.8;

/**
 * Makes the photo smaller: upright, without the camera's metadata, and with its transparent parts. Returns null when this browser cannot make one that is worth
 * it, or that can be read.
 */
export async function reducePhoto(photo: Blob, type: string, codec: PhotoCodec): Promise<Blob | null> {
  const decoded = await codec.decode(photo).catch(() => null);
  if (!decoded) return null;
  try {
    if (isVeryLong(decoded)) return null;
    const keepsHoles = type !== 'image/jpeg' && decoded.hasTransparency();
    const smaller = await encode(decoded, keepsHoles ? 'image/webp' : 'image/jpeg');
    return smaller && smaller.size <= photo.size * WORTH_IT ? smaller : null;
  } finally {
    decoded.close();
  }
}

/** Returns the first attempt that is small enough, or else the last. */
async function encode(photo: DecodedPhoto, type: PhotoType): Promise<Blob | null> {
  let last: Blob | null = null;
  for (const { sidePx, quality } of ATTEMPTS) {
    last = await photo.encode(fitInto(sidePx, photo), type, quality);
    // Safari cannot write WebP and gives a PNG instead, which has transparent parts too.
    if (last && last.size <= ENOUGH_BYTES) return last;
  }
  return last;
}

const ENDINGS: Record<string, string> = { 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/png': 'png' };

/** The name of the photo with the ending of its new type. */
export function nameOfSmaller(name: string, from: string, to: string): string {
  if (from === to) return name;
  const dot = name.lastIndexOf('.');
  return `${dot > 0 ? name.slice(0, dot) : name}.${ENDINGS[to]}`;
}

/**
 * Replaces an attached photo by a smaller one and returns its size. Returns null when this browser cannot make one or the device has no room; the larger photo
 * then stays.
 */
export async function shrinkPhoto(
  db: CitizenDatabase,
  { id, name, type }: Pick<Attachment, 'id' | 'name' | 'type'>,
  photo: Blob,
  codec: PhotoCodec,
  now: Date,
): Promise<{ size: number } | null> {
  const smaller = await reducePhoto(photo, type, codec);
  if (!smaller) return null;
  const bytes = await smaller.arrayBuffer();
  const file = {
    id: crypto.randomUUID(),
    name: nameOfSmaller(name, type, smaller.type),
    type: smaller.type,
    sha256: await sha256Hex(bytes),
    bytes,
    thumbnail: await makeThumbnail(bytes, smaller.type),
  };
  const isReplaced = await replaceWithSmaller(db, id, file, now).catch(() => false);
  return isReplaced ? { size: bytes.byteLength } : null;
}
