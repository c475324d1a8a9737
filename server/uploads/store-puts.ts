import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import type { PieceName } from './file-store.ts';

/** Longer than a store takes a signed call for: what is put by a process that was held up arrives no later. */
const SETTLED_MS = 3_600_000;

/** Before the put: whatever ends the process from here on, it is known what the store may have. */
export async function recordPut(
  { db, clocks }: Pick<Context, 'db' | 'clocks'>,
  name: PieceName,
): Promise<void> {
  const putAt = clocks.now();
  await db
    .insertInto('storePuts')
    .values({ ...name, putAt })
    .onConflict((conflict) =>
      conflict.columns(['citizenId', 'fileId', 'place', 'storedHash']).doUpdateSet({ putAt }),
    )
    .execute();
}

/** Lets go of what was put and is named by no piece, such as the bytes of a try that lost or was cut off. What is known of a store waits until it is there. */
export async function sweepStore({ db, clocks, files }: Context): Promise<void> {
  if (files === null) return;
  const before = clocks.now() - SETTLED_MS;
  const citizens = await db
    .selectFrom('storePuts')
    .select('citizenId')
    .distinct()
    .where('putAt', '<=', before)
    .execute();
  for (const { citizenId } of citizens)
    await db.transaction().execute((tx) => sweepOf(tx, citizenId, before));
}

async function sweepOf(tx: Tx, citizenId: string, before: number): Promise<void> {
  for (const { fileId, place, storedHash, isNamed } of await takeSettled(tx, citizenId, before)) {
    if (isNamed) continue;
    const payload = { citizenId, fileId, pieces: [{ place, storedHash }] };
    await addJob(tx, { name: 'forgetPieces', payload, dueAt: 0 });
  }
}

/**
 * Of those that no try can name any more, as its upload is beyond that place or has gone, neither of which is ever undone. Where it is still there,
 * somebody may be just about to, and the record stays, however old.
 */
function takeSettled(tx: Tx, citizenId: string, before: number) {
  return tx
    .deleteFrom('storePuts as put')
    .where('put.citizenId', '=', citizenId)
    .where('put.putAt', '<=', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('uploads')
            .select('uploads.id')
            .whereRef('uploads.citizenId', '=', 'put.citizenId')
            .whereRef('uploads.id', '=', 'put.fileId')
            .whereRef('uploads.received', '<=', 'put.place'),
        ),
      ),
    )
    .returning(({ exists, selectFrom }) => [
      'put.fileId',
      'put.place',
      'put.storedHash',
      exists(
        selectFrom('pieces')
          .select('pieces.place')
          .whereRef('pieces.citizenId', '=', 'put.citizenId')
          .whereRef('pieces.fileId', '=', 'put.fileId')
          .whereRef('pieces.place', '=', 'put.place')
          .whereRef('pieces.storedHash', '=', 'put.storedHash'),
      ).as('isNamed'),
    ])
    .execute();
}
