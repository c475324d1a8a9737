import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import type { Jobs } from '../jobs/job-names.ts';
import type { FileStore } from './file-store.ts';

const PIECE_BYTES = 1024 * 1024;
const PIECES_AT_ONCE = 16;
/** A job that takes longer than the time after which it counts as lost begins anew, and never ends: a program may have sent a file in small pieces. */
const PIECES_A_JOB = 100;

/**
 * Yields the pieces of a file in order. A piece without bytes in the database has them in the store. At most sixteen pieces that begin in one MiB are read
 * ahead: a program may have sent the file byte by byte.
 */
export async function* eachPiece(
  { db, files }: Pick<Context, 'db' | 'files'>,
  citizenId: string,
  fileId: string,
): AsyncGenerator<Uint8Array, void> {
  // No piece is longer than a MiB, so the file has ended when none begins in one.
  let from = 0;
  for (;;) {
    const pieces = await db
      .selectFrom('pieces')
      .select(['place', 'bytes', 'storedHash'])
      .where('citizenId', '=', citizenId)
      .where('fileId', '=', fileId)
      .where('place', '>=', from)
      .where('place', '<', from + PIECE_BYTES)
      .orderBy('place')
      .limit(PIECES_AT_ONCE)
      .execute();
    if (pieces.length === 0) return;
    for (const { place, bytes, storedHash } of pieces) {
      const stored = { citizenId, fileId, place, storedHash: storedHash ?? '' };
      yield bytes ?? (await requireStore(files).get(stored));
      from = place + 1;
    }
  }
}

/** Keeps a file of the office in the transaction of its words, whole or not at all. */
export async function keepBytes(tx: Tx, citizenId: string, fileId: string, bytes: Uint8Array): Promise<void> {
  let place = 0;
  for (const piece of inPieces(bytes)) {
    await tx.insertInto('pieces').values({ citizenId, fileId, place, bytes: piece }).execute();
    place += piece.length;
  }
}

/** Cuts a file that is at hand as a whole. */
export function* inPieces(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** Deletes the rows at once, and the bytes in the store by a job: a store that is down keeps nothing else from being deleted. */
export async function forgetBytes(tx: Tx, citizenId: string, fileId: string): Promise<void> {
  const gone = await tx
    .deleteFrom('pieces')
    .where('citizenId', '=', citizenId)
    .where('fileId', '=', fileId)
    .returning(['place', 'storedHash'])
    .execute();
  const pieces = gone.flatMap(({ place, storedHash }) => (storedHash === null ? [] : { place, storedHash }));
  for (let from = 0; from < pieces.length; from += PIECES_A_JOB) {
    const payload = { citizenId, fileId, pieces: pieces.slice(from, from + PIECES_A_JOB) };
    await addJob(tx, { name: 'forgetPieces', payload, dueAt: 0 });
  }
}

/** Deletes pieces from the store later than their rows, so that nobody asks for them any more. */
export async function forgetPieces(
  { files }: Pick<Context, 'files'>,
  { citizenId, fileId, pieces }: Jobs['forgetPieces'],
): Promise<void> {
  for (const piece of pieces) await requireStore(files).delete({ citizenId, fileId, ...piece });
}

function requireStore(files: FileStore | null): FileStore {
  if (files === null) throw new Error('FILES_URL is missing: there are files that only that store has');
  return files;
}
