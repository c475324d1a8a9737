import type { Db, Tx } from '../db/schema.ts';

const PIECE_BYTES = 1024 * 1024;

/** In order; together they are the file. */
export async function readPieces(db: Db, citizenId: string, fileId: string): Promise<Uint8Array[]> {
  const pieces = await db
    .selectFrom('pieces')
    .select('bytes')
    .where('citizenId', '=', citizenId)
    .where('fileId', '=', fileId)
    .orderBy('place')
    .execute();
  return pieces.map(({ bytes }) => bytes);
}

export async function keepBytes(tx: Tx, citizenId: string, fileId: string, bytes: Uint8Array): Promise<void> {
  for (let place = 0; place < bytes.length; place += PIECE_BYTES) {
    const piece = bytes.subarray(place, place + PIECE_BYTES);
    await tx.insertInto('pieces').values({ citizenId, fileId, place, bytes: piece }).execute();
  }
}
