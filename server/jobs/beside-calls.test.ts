import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Context } from '../context.ts';
import { gate } from '../testing/gate.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { transactFor } from '../write-for.ts';
import { addJob } from './add-job.ts';
import type { JobTable } from './job-table.ts';
import { keepRunningJobs } from './keep-running.ts';

const CALLS = 24;
const told: unknown[] = [];

let context: Context;
beforeAll(async () => {
  const onBug = (error: unknown) => void told.push(error);
  context = { ...createTestContext(await openTestDatabase(), createTestClocks()), onBug };
}, START_MS);
afterAll(() => context.db.destroy());

it('what the server does for a citizen by itself waits for none of their calls', async () => {
  const [held, done] = [gate(), gate()];
  onTestFinished(held.open);
  const calls = Promise.all(Array.from({ length: CALLS }, () => context.queues.take('maria', held.pass)));
  await held.reached;
  await context.db
    .transaction()
    .execute((tx) => addJob(tx, { name: 'forgetTries', payload: {}, dueAt: context.clocks.now() }));
  const run = (given: Context) => transactFor(given, 'maria', done.pass);
  const jobs = keepRunningJobs(context, {
    readClock: async () => context.clocks.now(),
    table: { forgetTries: { run } } as Pick<JobTable, 'forgetTries'> as JobTable,
  });
  onTestFinished(jobs.stop);
  await Promise.race([done.reached, calls]);
  done.open();
  held.open();
  await Promise.all([jobs.stop(), calls]);
  expect(told).toEqual([]);
});
