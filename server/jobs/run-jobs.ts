import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { Tables } from '../db/schema.ts';
import { Outage } from '../outage.ts';
import { type JobName, type Jobs, TRIES_MAX } from './job-names.ts';
import { JOB_TABLE, type Job, type JobTable } from './job-table.ts';

type JobRow = Selectable<Tables['jobs']>;

/** Longer than any job takes. A process that has not finished by then counts as ended, and another one does the job. */
export const LOST_AFTER_MS = 5 * 60_000;
const FIRST_RETRY_MS = 10_000;
const RETRY_MAX_MS = 6 * 3_600_000;

export interface JobOptions {
  table?: JobTable;
  isStopping?: () => boolean;
}

/** Does the due jobs of one name, one after the other, until there are none or it is asked to stop. Any number of processes may do so at once. */
export async function runDueJobs(
  context: Context,
  name: JobName,
  { table = JOB_TABLE, isStopping = () => false }: JobOptions = {},
): Promise<void> {
  while (!isStopping()) {
    const row = await takeJob(context, name);
    if (!row) return;
    await runJob(context, row, table);
  }
}

/**
 * Plans a recurring job that is not planned yet, or whose tries are used up. One that is due later than any plan or try can put it was put off by a process
 * whose clock was wrong, and is planned anew.
 */
export async function planRecurring(
  { db, clocks }: Context,
  name: JobName,
  table: JobTable = JOB_TABLE,
): Promise<void> {
  const { next } = table[name];
  if (!next) return;
  const now = clocks.now();
  const dueAt = next(now);
  const latest = Math.max(dueAt, now + RETRY_MAX_MS);
  await db
    .insertInto('jobs')
    .values({ id: name, name, payload: '{}', dueAt })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ dueAt, tries: 0 })
        .where(({ eb, or }) => or([eb('jobs.tries', '>=', TRIES_MAX), eb('jobs.dueAt', '>', latest)])),
    )
    .execute();
}

export function namesOf(table: JobTable): JobName[] {
  return Object.keys(table) as JobName[];
}

/**
 * Takes a job: for as long as it may run, no other process finds it due. The try is counted first, so that a job that ends the process is not tried for
 * ever.
 */
async function takeJob({ db, clocks }: Context, name: JobName): Promise<JobRow | undefined> {
  const now = clocks.now();
  const due = db
    .selectFrom('jobs')
    .select('id')
    .where('name', '=', name)
    .where('dueAt', '<=', now)
    .where('tries', '<', TRIES_MAX)
    .orderBy('dueAt')
    .limit(1)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable('jobs')
    .set((row) => ({ dueAt: now + LOST_AFTER_MS, tries: row('tries', '+', 1) }))
    .where('id', '=', due)
    .returningAll()
    .executeTakeFirst();
}

async function runJob(context: Context, row: JobRow, table: JobTable): Promise<void> {
  const { run, next }: Job<Jobs[JobName]> = table[row.name];
  const isDone = await run(context, row.payload).then(
    () => true,
    (error: unknown) => {
      context.onBug(error);
      return error instanceof Outage && error.isForGood;
    },
  );
  const now = context.clocks.now();
  if (!isDone && row.tries < TRIES_MAX) await putBack(context, row, { dueAt: now + retryMs(row.tries) });
  else if (next) await putBack(context, row, { dueAt: next(now), tries: 0 });
  else if (isDone) await forget(context, row);
}

function retryMs(tries: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (tries - 1), RETRY_MAX_MS);
}

/** Changes the job only if no other process has taken it meanwhile. */
async function putBack(
  { db }: Context,
  { id, tries }: JobRow,
  fields: Partial<Pick<JobRow, 'dueAt' | 'tries'>>,
): Promise<void> {
  await db.updateTable('jobs').set(fields).where('id', '=', id).where('tries', '=', tries).execute();
}

async function forget({ db }: Context, { id, tries }: JobRow): Promise<void> {
  await db.deleteFrom('jobs').where('id', '=', id).where('tries', '=', tries).execute();
}
