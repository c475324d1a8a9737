import type { Attachment } from '../../../contract/types.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { replaceWithSmaller } from '../../db/drafts/smaller-photos.ts';
import { makeThumbnail, type PhotoCodec } from './photo-codec.ts';
import { nameOfSmaller, reducePhoto } from './reduce-photo.ts';

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
