import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { submission } from '../../contract/conformance/subject.ts';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import { noteBackup } from '../backup/note-backup.ts';
import type { Context } from '../context.ts';
import { connectPool, openPool } from '../db/connect.ts';
import { TRIES_MAX } from '../jobs/job-names.ts';
import { createLog } from '../log.ts';
import { Outage } from '../outage.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase, openTestDatabase } from '../testing/test-database.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { readBacklog } from './read-backlog.ts';
import { createWatch } from './watch.ts';

const clocks = createTestClocks();
let context: Context;
let metrics: Metrics;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks);
  await prepareWorld(context);
}, START_MS);
beforeEach(async () => {
  clocks.restart();
  await restoreWorld(context.db);
  await context.db.deleteFrom('jobs').execute();
  await context.db.deleteFrom('backups').execute();
  metrics = createMetrics();
  metrics.follow({ readBacklog: () => readBacklog(context), pool: null });
});
afterAll(() => context.db.destroy());

/** Returns each figure by its name and labels. */
async function figures(): Promise<Record<string, number>> {
  const { text } = await metrics.write();
  const lines = text.split('\n').filter((line) => line.startsWith('eclic_'));
  return Object.fromEntries(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]));
}

async function put(job: { name?: 'tellNews' | 'callWebhook'; dueInMs?: number; tries?: number }) {
  const { name = 'callWebhook', dueInMs = 0, tries = 0 } = job;
  const dueAt = clocks.now() + dueInMs;
  await context.db
    .insertInto('jobs')
    .values({ id: randomUUID(), name, payload: '{}', dueAt, tries })
    .execute();
}

it('how many requests wait for the office is told, and how many of them beyond their day', async () => {
  const before = await figures();
  const content = submission();
  const id = randomUUID();
  await submitRequest(context, { citizenId: MARIA_ID, id, revision: 1, content });
  const after = await figures();
  expect(after.eclic_requests_waiting).toBe((before.eclic_requests_waiting ?? 0) + 1);
  expect(after.eclic_requests_overdue).toBe(before.eclic_requests_overdue);
  const { dueOn } = await context.db
    .selectFrom('requests')
    .select('dueOn')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  while (lisbonDate(clocks.officeNow()) < dueOn) clocks.moveOffice(1);
  const onTheDay = (await figures()).eclic_requests_overdue ?? 0;
  clocks.moveOffice(1);
  expect((await figures()).eclic_requests_overdue).toBeGreaterThan(onTheDay);
});

it('what is due and not done is told by its kind, beside what is tried again and what was given up', async () => {
  await put({ dueInMs: -60_000 });
  await put({ dueInMs: 60_000 });
  // Due this moment, and being done for the first time.
  await put({});
  await put({ dueInMs: 300_000, tries: 1 });
  await put({ dueInMs: 60_000, tries: 3 });
  await put({ tries: TRIES_MAX });
  await put({ name: 'tellNews', tries: TRIES_MAX });
  expect(await figures()).toMatchObject({
    'eclic_jobs{job="callWebhook",state="waiting"}': 1,
    'eclic_jobs{job="callWebhook",state="retrying"}': 1,
    'eclic_jobs{job="callWebhook",state="givenUp"}': 1,
    'eclic_jobs{job="tellNews",state="waiting"}': 0,
    'eclic_jobs{job="tellNews",state="givenUp"}': 1,
  });
});

it('when the last backup was made is known from the first second, by a process that has made none', async () => {
  expect((await figures()).eclic_backup_last_timestamp_seconds).toBe(0);
  const at = clocks.now();
  await noteBackup(context.db, at - 60_000);
  await noteBackup(context.db, at);
  expect((await figures()).eclic_backup_last_timestamp_seconds).toBe(at / 1000);
});

it('what was not there is counted, from none at the start', async () => {
  const outages = { 'eclic_outages_total{of="mail"}': 0, 'eclic_outages_total{of="webhook"}': 0 };
  expect(await figures()).toMatchObject(outages);
  createWatch(createLog({ write() {} }), metrics).onBug(new Outage('mail', new Error('Not taken')));
  expect(await figures()).toMatchObject({ ...outages, 'eclic_outages_total{of="mail"}': 1 });
});

it('a database that is away is told in figures, and nothing of before stands beside it', async () => {
  expect(await figures()).toMatchObject({ eclic_database_up: 1 });
  metrics.follow({ readBacklog: () => Promise.reject(new Error('Away')), pool: null });
  const told = await figures();
  expect(told).toMatchObject({ eclic_database_up: 0, eclic_bugs_total: 0 });
  expect(Object.keys(told).filter((name) => name.startsWith('eclic_requests'))).toEqual([]);
});

it('which version runs is told', async () => {
  const names = Object.keys(await figures());
  expect(names.filter((name) => name.startsWith('eclic_build_info'))).toEqual([
    expect.stringMatching(/^eclic_build_info\{version="\d+\.\d+\.\d+"\}$/),
  ]);
});

const url = await makeTestDatabase();

it.skipIf(url === null)('how many connections are in use, and who waits for one, is told', async () => {
  const pool = openPool(url ?? '', 2);
  const db = connectPool(pool);
  metrics = createMetrics();
  metrics.follow({ readBacklog: () => readBacklog(context), pool });
  expect(await figures()).toMatchObject({
    eclic_database_connections_max: 2,
    eclic_database_connections_used: 0,
    eclic_database_connections_awaited: 0,
  });
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('jobs').select('id').execute();
    const other = await pool.connect();
    const late = pool.connect();
    expect(await figures()).toMatchObject({
      eclic_database_connections_used: 2,
      eclic_database_connections_awaited: 1,
    });
    other.release();
    (await late).release();
  });
  await db.destroy();
});
