import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openBrowser } from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import { openClerkSession } from '../clerks/clerk-sessions.ts';
import { openWaiting } from '../clerks/waiting-sign-in.ts';
import type { Context } from '../context.ts';
import { JOB_TABLE } from '../jobs/job-table.ts';
import { namesOf, planRecurring, runDueJobs } from '../jobs/run-jobs.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { forgetOld } from './forget-old.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const clocks = createTestClocks();
let context: Context;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks);
  await prepareWorld(context);
}, START_MS);
beforeEach(async () => {
  clocks.restart();
  await restoreWorld(context.db);
});
afterAll(() => context.db.destroy());

const count = async (table: 'clerkSignIns' | 'clerkSessions' | 'cmdStates' | 'cmdCodes') =>
  (await context.db.selectFrom(table).selectAll().execute()).length;

/** Returns how many sign-ins and sessions of clerks remain after the night that comes `ms` later. */
async function clerksRowsAfter(ms: number) {
  const now = () => clocks.now() + ms;
  await forgetOld({ ...context, clocks: { ...clocks, now } });
  return [await count('clerkSignIns'), await count('clerkSessions')];
}

it('a sign-in that was begun, a clerk’s session that has run out and a secret that no app has shown go without anybody signing in', async () => {
  const ana = { userName: 'ana', name: 'Ana Exemplo', passwordHash: '' };
  await context.db.insertInto('clerks').values(ana).execute();
  await openWaiting(context, context.db, 'ana');
  await openClerkSession(context.db, 'ana', clocks.now());

  expect(await clerksRowsAfter(9 * MINUTE_MS)).toEqual([1, 1]);
  expect(await clerksRowsAfter(11 * MINUTE_MS)).toEqual([0, 1]);
  expect(await clerksRowsAfter(25 * HOUR_MS)).toEqual([0, 1]);
  expect(await clerksRowsAfter(4 * 24 * HOUR_MS)).toEqual([0, 0]);
});

it('sign-ins that nobody finished at the provider are gone within twenty minutes, without a night between, and codes within a day', async () => {
  const browser = openBrowser({ server: createApp(context), advance() {}, stop: async () => {} });
  const begin = () => browser.send<{ state: string }>('POST', '/session/cmd');
  const rows = async () => [await count('cmdStates'), await count('cmdCodes')];
  const { state } = (await begin()).body;
  const json = { code: 'of nobody', state, shared: false };
  await browser.send('POST', '/session/cmd/return', { json });
  await begin();
  await begin();
  for (const name of namesOf(JOB_TABLE)) await planRecurring(context, name);

  await passWithJobs(9 * MINUTE_MS);
  await begin();
  expect(await rows()).toEqual([3, 1]);
  await passWithJobs(11 * MINUTE_MS - 1);
  await begin();
  expect(await rows()).toEqual([1, 1]);
  await passWithJobs(24 * HOUR_MS);
  expect(await rows()).toEqual([0, 0]);
});

/** Lets time pass, and does all that is due then. */
async function passWithJobs(ms: number): Promise<void> {
  clocks.advance(ms);
  for (const name of namesOf(JOB_TABLE)) await runDueJobs(context, name);
}
