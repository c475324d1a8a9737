import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import { TRIES_MAX } from '../jobs/job-names.ts';
import type { PieceName } from './file-store.ts';

/** Longer than a store accepts a signed call: a process that was held up cannot put anything later than this. */
const SETTLED_MS = 3_600_000;

/** Records a put before it is made: whatever ends the process from here on, the database knows what the store may have. */
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

/**
 * Has bytes deleted that were put and that no piece names, such as those of a try that lost or was cut off. Without a store the records wait until there is
 * one, and so do jobs that were given up.
 */
export async function sweepStore({ db, clocks, files }: Context): Promise<void> {
  if (files === null) return;
  // Nothing but these jobs knows any more of bytes whose rows have gone, so they outlast an outage of any length.
  await db
    .updateTable('jobs')
    .set({ tries: 0 })
    .where('name', '=', 'forgetPieces')
    .where('tries', '>=', TRIES_MAX)
    .execute();
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
 * Takes the records of puts that no upload can name any more: the upload is beyond that place, or has gone, and neither is ever undone. While an upload is
 * still at that place, a call may be about to name the bytes, so the record stays, however old it is.
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
