import { type CitizenQueues, createCitizenQueues } from './citizen-queues.ts';
import { lockCitizen, lockIfThere } from './citizens.ts';
import type { Context } from './context.ts';
import type { CitizenRow, Tx } from './db/schema.ts';

/**
 * How many connections the transactions of one citizen may take, and as many their long reads: of the usual ten, two citizens leave others room. Only one
 * transaction that holds the citizen's lock can go on at a time: the other holds a connection and does nothing with it.
 */
const CONNECTIONS_EACH = 2;
/** How long either waits in line, in ms: as long as the database lets anybody wait for a row. */
const WAITS_MS = 4000;

export function createQueues(): CitizenQueues {
  return createCitizenQueues({ atOnce: CONNECTIONS_EACH, waitsMs: WAITS_MS });
}

type Writing = Pick<Context, 'db' | 'queues'>;

/** Runs a transaction. Of one citizen's transactions a few may begin at once; the others wait in line. */
export function transactFor<Result>(
  { db, queues }: Writing,
  citizenId: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return queues.take(citizenId, () => db.transaction().execute(work));
}

/** Runs a transaction that holds the citizen's lock. Throws `signed-out` when the account has been closed. */
export function writeFor<Result>(
  context: Writing,
  citizenId: string,
  work: (tx: Tx, citizen: CitizenRow) => Promise<Result>,
): Promise<Result> {
  return transactFor(context, citizenId, async (tx) => work(tx, await lockCitizen(tx, citizenId)));
}

/**
 * Runs a transaction about a citizen for the office, or for the server itself, that holds the citizen's lock. It waits in a line of its own: no clerk is refused
 * because the citizen's own calls are many or slow.
 */
export function writeAbout<Result>(
  { db, queues }: Writing,
  citizenId: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return queues.take(`${citizenId}/office`, () =>
    db.transaction().execute(async (tx) => {
      await lockIfThere(tx, citizenId);
      return work(tx);
    }),
  );
}

/** Reads what may take long. It waits in a line of its own, so that nothing that is written for the citizen, by whomever, waits for it. */
export function readFor<Result>(
  { queues }: Pick<Context, 'queues'>,
  citizenId: string,
  read: () => Promise<Result>,
): Promise<Result> {
  return queues.take(`${citizenId}/reads`, read);
}
