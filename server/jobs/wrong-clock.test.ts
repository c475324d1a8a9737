import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../config.ts';
import { CALL_PATIENCE } from '../db/patience.ts';
import { openContext } from '../open-context.ts';
import { terminalWatch } from '../operations/watch.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase, openTestDatabase } from '../testing/test-database.ts';
import { settingsOn } from '../testing/with-server.ts';
import { addJob } from './add-job.ts';
import type { JobTable } from './job-table.ts';
import { keepRunningJobs } from './keep-running.ts';

const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;

it.each([
  ['ten years ahead of', 10 * YEAR_MS],
  ['a year behind', -YEAR_MS],
  ['eleven minutes ahead of', 11 * MINUTE_MS],
])(
  'no process and no command starts whose clock is %s the database’s',
  async (_how, aheadMs) => {
    const folder = mkdtempSync(join(tmpdir(), 'eclic-wrong-clock-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const config = readConfig(settingsOn(await makeTestDatabase(), folder));
    if (Array.isArray(config)) throw new Error(config.join());
    const opened = await openContext(config, terminalWatch, CALL_PATIENCE, () => Date.now() + aheadMs);
    if (typeof opened !== 'string') await opened.db.destroy();
    expect(opened).toEqual(expect.stringContaining('Set the clock that is wrong'));
  },
  START_MS,
);

it('a process whose clock leaps years ahead does no job until it is set right, and tells once', async () => {
  const clocks = createTestClocks();
  const told: unknown[] = [];
  const base = createTestContext(await openTestDatabase(), clocks);
  onTestFinished(() => base.db.destroy());
  const rightNow = clocks.now();
  await base.db
    .transaction()
    .execute((tx) => addJob(tx, { name: 'forgetOld', payload: {}, dueAt: rightNow + 2 * MINUTE_MS }));
  const doneAt: number[] = [];
  const table = { forgetOld: { run: async () => void doneAt.push(clocks.now()) } };
  let looks = 0;
  const jobs = keepRunningJobs(
    { ...base, onBug: (error) => void told.push(error) },
    {
      table: table as Pick<JobTable, 'forgetOld'> as JobTable,
      readClock: async () => rightNow,
      pause: async () => {
        looks += 1;
        if (looks === 1) clocks.advance(10 * YEAR_MS);
        if (looks === 3) clocks.advance(2 * MINUTE_MS - 10 * YEAR_MS);
        if (looks === 4) void jobs.stop();
      },
    },
  );
  await expect.poll(() => looks).toBe(4);
  await jobs.stop();
  expect(doneAt).toEqual([rightNow + 2 * MINUTE_MS]);
  expect(told).toHaveLength(1);
});
