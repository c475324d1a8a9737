import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { connectPostgres } from '../db/connect.ts';
import type { Db } from '../db/schema.ts';
import { Outage } from '../outage.ts';
import { gate } from '../testing/gate.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { DATABASES, makeTestDatabase } from '../testing/test-database.ts';
import { addJob } from './add-job.ts';
import { TRIES_MAX } from './job-names.ts';
import { JOB_TABLE, type JobTable } from './job-table.ts';
import { keepRunningJobs } from './keep-running.ts';
import { LOST_AFTER_MS, runDueJobs } from './run-jobs.ts';

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
const NAME = 'forgetTries';
const clocks = createTestClocks();
const told: unknown[] = [];

function contextOf(db: Db): Context {
  return { ...createTestContext(db, clocks), onBug: (error) => void told.push(error) };
}

/** Returns a table in which one job does what a test wants. */
const doing = (run: () => Promise<void>): JobTable => ({ ...JOB_TABLE, [NAME]: { run } });

async function put(context: Context, { id }: { id?: string } = {}): Promise<void> {
  const job = { name: NAME, payload: {}, dueAt: clocks.now(), ...(id !== undefined && { id }) } as const;
  await context.db.transaction().execute((tx) => addJob(tx, job));
}

const waiting = (context: Context) =>
  context.db.selectFrom('jobs').selectAll().where('name', '=', NAME).execute();

describe.each(DATABASES)('Jobs on %s', (_name, open) => {
  let context: Context;
  beforeAll(async () => {
    context = contextOf(await open());
  }, START_MS);
  afterAll(() => context.db.destroy());
  afterEach(async () => {
    clocks.restart();
    told.length = 0;
    await context.db.deleteFrom('jobs').execute();
  });

  it('what was put with an effect is done once; what was undone with it, never', async () => {
    let runs = 0;
    const table = doing(async () => {
      runs += 1;
    });
    await put(context);
    const undone = context.db.transaction().execute(async (tx) => {
      await addJob(tx, { name: NAME, payload: {}, dueAt: clocks.now() });
      throw new Error('The effect failed');
    });
    await expect(undone).rejects.toThrow('The effect failed');
    await runDueJobs(context, NAME, { table });
    await runDueJobs(context, NAME, { table });
    expect([runs, await waiting(context)]).toEqual([1, []]);
  });

  it('what is refused for good is told, and not tried again', async () => {
    let runs = 0;
    const table = doing(async () => {
      runs += 1;
      throw new Outage('mail', new Error('There is no such mailbox'), true);
    });
    await put(context);
    await runDueJobs(context, NAME, { table });
    expect([runs, told.length, await waiting(context)]).toEqual([1, 1, []]);
  });

  it('what waits is not put again under the same id', async () => {
    await put(context, { id: 'notice/1' });
    await put(context, { id: 'notice/1' });
    expect(await waiting(context)).toHaveLength(1);
  });

  it('what fails is told and tried again, later each time, and at last stays to be seen', async () => {
    let runs = 0;
    const table = doing(async () => {
      runs += 1;
      throw new Error('The post office is closed');
    });
    await put(context);
    const startedAt = clocks.now();
    const triedAfterS: number[] = [];
    for (let count = 0; count < TRIES_MAX + 2; count += 1) {
      const before = runs;
      await runDueJobs(context, NAME, { table });
      if (runs > before) triedAfterS.push((clocks.now() - startedAt) / SECOND_MS);
      const [job] = await waiting(context);
      clocks.advance((job?.dueAt ?? 0) - clocks.now());
    }
    expect(triedAfterS.slice(0, 4)).toEqual([0, 10, 30, 70]);
    expect(triedAfterS).toHaveLength(TRIES_MAX);
    expect((triedAfterS.at(-1) ?? 0) * SECOND_MS).toBeGreaterThan(2 * DAY_MS);
    expect(told).toHaveLength(TRIES_MAX);
    expect(await waiting(context)).toMatchObject([{ tries: TRIES_MAX }]);
  });

  it('what a process was doing when it ended is done by another, and what it still says then is not heard', async () => {
    const [first, second] = [gate(), gate()];
    await put(context);
    const lost = runDueJobs(context, NAME, { table: doing(first.pass) });
    await first.reached;
    clocks.advance(LOST_AFTER_MS - 1);
    await runDueJobs(context, NAME, { table: doing(second.pass) });
    clocks.advance(1);
    const other = runDueJobs(context, NAME, { table: doing(second.pass) });
    await second.reached;
    first.open();
    await lost;
    expect(await waiting(context)).toMatchObject([{ tries: 2 }]);
    second.open();
    await other;
    expect(await waiting(context)).toEqual([]);
  });

  it('a database that is away for long is told of once, and not at every look', async () => {
    const away = contextOf(connectPostgres('postgres://eclic@127.0.0.1:1/eclic', 1));
    let looks = 0;
    const jobs = keepRunningJobs(away, {
      table: { [NAME]: doing(async () => {})[NAME] } as JobTable,
      pause: async () => {
        looks += 1;
        if (looks === 3) void jobs.stop();
      },
    });
    await expect.poll(() => looks).toBe(3);
    await jobs.stop();
    await away.db.destroy();
    expect(told).toMatchObject([{ of: 'database' }]);
  });

  it('whoever stops waits for what is being done, and begins nothing more', async () => {
    const { reached, open, pass } = gate();
    let done = 0;
    const table = doing(async () => {
      await pass();
      done += 1;
    });
    await put(context);
    await put(context);
    const jobs = keepRunningJobs(context, {
      table,
      readClock: async () => clocks.now(),
      pause: async () => {},
    });
    await reached;
    const stopped = jobs.stop();
    open();
    await stopped;
    expect([done, (await waiting(context)).filter(({ tries }) => tries === 0)]).toMatchObject([1, [{}]]);
  });
});

const url = (await makeTestDatabase()) ?? '';

describe.skipIf(url === '')('Jobs that several processes share', () => {
  it('are each done once', async () => {
    const contexts = Array.from({ length: 4 }, () => contextOf(connectPostgres(url, 2)));
    const [first] = contexts;
    if (!first) throw new Error('There is no process');
    for (let count = 0; count < 100; count += 1) await put(first);
    let runs = 0;
    const table = doing(async () => {
      runs += 1;
    });
    await first.db.transaction().execute(async (tx) => {
      // Another process is just taking one job, for which the others do not wait.
      await tx.selectFrom('jobs').select('id').where('name', '=', NAME).limit(1).forUpdate().execute();
      await Promise.all(contexts.map((context) => runDueJobs(context, NAME, { table })));
      expect(runs).toBe(99);
    });
    await runDueJobs(first, NAME, { table });
    expect([runs, await waiting(first)]).toEqual([100, []]);
    await Promise.all(contexts.map(({ db }) => db.destroy()));
  });
});
