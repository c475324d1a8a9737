import { afterAll, beforeAll, expect, test } from 'vitest';
import { timesInLevel } from '../ops/test/level.ts';
import { checkPromises } from '../testing/check-promises.ts';
import { createApp } from './app.ts';
import type { Context } from './context.ts';
import { createDemoDoor } from './testing/demo-door.ts';
import { prepareWorld, restoreWorld } from './testing/saved-world.ts';
import { START_MS } from './testing/start-ms.ts';
import { createTestClocks } from './testing/test-clocks.ts';
import { createTestContext } from './testing/test-context.ts';
import { openTestDatabase } from './testing/test-database.ts';
import { withCookie } from './testing/with-cookie.ts';

/** Few schedules, since a database takes its time; `npm run test:all -- soak` asks for many more. */
const SCHEDULES = Number(process.env.SCHEDULES ?? timesInLevel(4, 8));
const MS_PER_SCHEDULE = 20_000;

const bugs: unknown[] = [];
let context: Context;

beforeAll(async () => {
  const clocks = createTestClocks();
  context = { ...createTestContext(await openTestDatabase(), clocks), onBug: (error) => bugs.push(error) };
  await prepareWorld(context);
}, START_MS);
afterAll(() => context.db.destroy());

test(
  'the app against the reference server, whatever tabs, clocks, sessions and the network do: nothing lost, nothing sent twice',
  async () => {
    await checkPromises(async (now) => {
      await restoreWorld(context.db);
      // Sessions go by real time, as they do in the pretend server.
      const clocks = { now: Date.now, officeNow: () => now().getTime() };
      const app = createApp({ ...context, clocks });
      const demo = createDemoDoor({ ...context, clocks }, () => {});
      return withCookie((request) => demo(request) ?? app(request));
    }, SCHEDULES);
    expect(bugs).toEqual([]);
  },
  SCHEDULES * MS_PER_SCHEDULE,
);
