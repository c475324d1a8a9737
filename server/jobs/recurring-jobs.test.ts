import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { DATABASES } from '../testing/test-database.ts';
import { TRIES_MAX } from './job-names.ts';
import { JOB_TABLE, type JobTable } from './job-table.ts';
import { keepRunningJobs } from './keep-running.ts';
import { planRecurring, runDueJobs } from './run-jobs.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;
const NAME = 'forgetTries';
const clocks = createTestClocks();
const told: unknown[] = [];

/** Returns a table of one job, which does each night what a test wants. */
const eachNight = (run: () => Promise<void>) =>
  ({ [NAME]: { run, next: JOB_TABLE[NAME].next } }) as Pick<JobTable, typeof NAME> as JobTable;

const atRest = eachNight(async () => {});

/** Lets a process look twice for what is due. `meanwhile`: what happens after the first look. */
async function look(context: Context, meanwhile = async () => {}): Promise<void> {
  let looks = 0;
  const jobs = keepRunningJobs(context, {
    table: atRest,
    readClock: async () => clocks.now(),
    pause: async () => {
      if (looks === 0) await meanwhile();
      looks += 1;
      if (looks === 2) void jobs.stop();
    },
  });
  await expect.poll(() => looks).toBe(2);
  await jobs.stop();
}

describe.each(DATABASES)('Jobs that come back by themselves, on %s', (_name, open) => {
  let context: Context;
  beforeAll(async () => {
    const onBug = (error: unknown) => void told.push(error);
    context = { ...createTestContext(await open(), clocks), onBug };
  }, START_MS);
  afterAll(() => context.db.destroy());
  afterEach(async () => {
    clocks.restart();
    told.length = 0;
    await context.db.deleteFrom('jobs').execute();
  });

  const planned = () => context.db.selectFrom('jobs').selectAll().where('name', '=', NAME).execute();

  it('what comes back by itself is planned once, done each night, and again the next night where it keeps failing', async () => {
    let runs = 0;
    let isBroken = false;
    const table = eachNight(async () => {
      runs += 1;
      if (isBroken) throw new Error('Broken');
    });
    await planRecurring(context, NAME, table);
    await planRecurring(context, NAME, table);
    await runDueJobs(context, NAME, { table });
    expect(runs).toBe(0);
    clocks.advance(DAY_MS);
    await runDueJobs(context, NAME, { table });
    await runDueJobs(context, NAME, { table });
    expect(runs).toBe(1);
    isBroken = true;
    for (let count = 0; count < TRIES_MAX; count += 1) {
      clocks.advance(DAY_MS);
      await runDueJobs(context, NAME, { table });
    }
    expect(await planned()).toMatchObject([{ id: NAME, tries: 0, dueAt: nextNight() }]);
  });

  it('a job that could not be planned at the start is planned at the next look', async () => {
    let isAway = true;
    const db = context.db.withPlugin({
      transformQuery({ node }) {
        if (!isAway || node.kind !== 'InsertQueryNode') return node;
        isAway = false;
        throw new Error('The database goes over to another node');
      },
      transformResult: async ({ result }) => result,
    });
    await look({ ...context, db });
    expect(await planned()).toMatchObject([{ id: NAME, dueAt: nextNight() }]);
    expect(told).toHaveLength(1);
  });

  it('a job that a clock years ahead has put off is planned for the next night once the clock is right', async () => {
    await planRecurring(context, NAME);
    clocks.advance(10 * YEAR_MS);
    await runDueJobs(context, NAME, { table: atRest });
    expect(await planned()).toMatchObject([{ tries: 0, dueAt: nextNight() }]);
    clocks.restart();
    await planRecurring(context, NAME);
    expect(await planned()).toMatchObject([{ tries: 0, dueAt: nextNight() }]);
  });

  it('a process that goes on mends within the hour what another one has put off for years', async () => {
    await look(context, async () => {
      await context.db
        .updateTable('jobs')
        .set({ dueAt: clocks.now() + 10 * YEAR_MS })
        .execute();
      clocks.advance(HOUR_MS);
    });
    expect(await planned()).toMatchObject([{ dueAt: nextNight() }]);
  });

  it('a process whose own clock is set right mends at once what it has put off for years', async () => {
    clocks.advance(10 * YEAR_MS);
    await look(context, async () => clocks.restart());
    expect(await planned()).toMatchObject([{ dueAt: nextNight() }]);
  });

  it('a job that is tried again later is not planned anew meanwhile', async () => {
    const table = eachNight(() => Promise.reject(new Error('Broken')));
    await planRecurring(context, NAME, table);
    clocks.advance(DAY_MS);
    await runDueJobs(context, NAME, { table });
    const [before] = await planned();
    await planRecurring(context, NAME, table);
    expect(await planned()).toEqual([before]);
    expect(before).toMatchObject({ tries: 1 });
  });
});

/** Computes the night by the calendar, and not by the code under test. */
function nextNight(): number {
  const night = new Date(clocks.now());
  if (night.getUTCHours() >= 3) night.setUTCDate(night.getUTCDate() + 1);
  return night.setUTCHours(3, 0, 0, 0);
}
