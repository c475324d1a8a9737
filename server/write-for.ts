import { lockCitizen } from './citizens.ts';
import type { Context } from './context.ts';
import type { CitizenRow, Tx } from './db/schema.ts';
import { createLines, type Lines } from './lines.ts';

/** Of one citizen's writers one can go on at a time: each of the others has a connection, and does nothing with it. */
const CONNECTIONS_EACH = 3;
/** As long as the database lets anybody wait for a row. */
const WAITS_MS = 4000;

export function createWriters(): Lines {
  return createLines({ atOnce: CONNECTIONS_EACH, waitsMs: WAITS_MS });
}

type Writing = Pick<Context, 'db' | 'writers'>;

/** A transaction in which all that waits for another of the same citizen waits in line. */
export function transactFor<Result>(
  { db, writers }: Writing,
  citizenId: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return writers.take(citizenId, () => db.transaction().execute(work));
}

/** The same, once what is the citizen's is this one's alone to write. Throws `signed-out` where their account was closed. */
export function writeFor<Result>(
  context: Writing,
  citizenId: string,
  work: (tx: Tx, citizen: CitizenRow) => Promise<Result>,
): Promise<Result> {
  return transactFor(context, citizenId, async (tx) => work(tx, await lockCitizen(tx, citizenId)));
}
