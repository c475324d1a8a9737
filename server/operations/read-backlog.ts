import { sql } from 'kysely';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import { lastBackupAt } from '../backup/note-backup.ts';
import type { Context } from '../context.ts';
import { TRIES_MAX } from '../jobs/job-names.ts';
import { JOB_TABLE } from '../jobs/job-table.ts';
import { namesOf } from '../jobs/run-jobs.ts';
import { WAITING } from '../office/waiting.ts';
import type { Backlog } from './tell-backlog.ts';

/** What has been due for no longer than this is about to be done. */
const SOON_MS = 60_000;

/** Reads what is to be done. A first try that is under way is neither waiting nor tried again. */
export async function readBacklog({ db, clocks }: Pick<Context, 'db' | 'clocks'>): Promise<Backlog> {
  const { fn } = db;
  const requests = await db
    .selectFrom('requests')
    .select([
      fn.countAll<number>().as('waiting'),
      fn.countAll<number>().filterWhere('dueOn', '<', lisbonDate(clocks.officeNow())).as('overdue'),
    ])
    .where('state', 'in', WAITING)
    .executeTakeFirstOrThrow();
  const now = clocks.now();
  const counted = await db
    .selectFrom('jobs')
    .select([
      'name',
      countWhere(sql`tries < ${TRIES_MAX} and due_at <= ${now - SOON_MS}`).as('waiting'),
      countWhere(sql`tries between 2 and ${TRIES_MAX - 1} and due_at > ${now}`).as('retrying'),
      countWhere(sql`tries >= ${TRIES_MAX}`).as('givenUp'),
    ])
    .groupBy('name')
    .execute();
  const known = new Map(counted.map(({ name, ...counts }) => [name, counts]));
  const none = { waiting: 0, retrying: 0, givenUp: 0 };
  return {
    requests,
    jobs: namesOf(JOB_TABLE).map((name) => [name, known.get(name) ?? none]),
    lastBackupAt: await lastBackupAt(db),
  };
}

function countWhere(condition: ReturnType<typeof sql>) {
  return sql<number>`count(*) filter (where ${condition})`;
}
