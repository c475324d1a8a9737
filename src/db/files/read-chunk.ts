import type { ChunkRow } from '../core/attachment-schema.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { isNamed } from '../core/storage-errors.ts';

/** The errors with which a browser says that it has lost the bytes of a row: every later read fails alike. */
const LOST = ['DataError', 'NotReadableError'];

/** Reads a chunk; undefined when it is missing, or when the browser has lost its bytes. */
export async function readChunk(
  db: CitizenDatabase,
  attachmentId: string,
  n: number,
): Promise<ChunkRow | undefined> {
  return db.chunks.get([attachmentId, n]).catch((error: unknown) => {
    if (!isNamed(error, LOST)) throw error;
    return undefined;
  });
}
