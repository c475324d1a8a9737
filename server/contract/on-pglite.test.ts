import { afterAll, beforeAll } from 'vitest';
import { describeContract } from '../../mocks/contract/contract-suite.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { createDemoDoor } from '../testing/demo-door.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';

const clocks = createTestClocks();
let context: Context;

beforeAll(async () => {
  context = createTestContext(openTestDatabase(), clocks);
  await prepareWorld(context);
}, START_MS);
afterAll(() => context.db.destroy());

describeContract('The reference server on PGlite, in process', async () => {
  clocks.restart();
  await restoreWorld(context.db);
  const app = createApp(context);
  const demo = createDemoDoor(context, clocks.moveOffice);
  return {
    server: (request) => demo(request) ?? app(request),
    advance: clocks.advance,
    stop: async () => {},
  };
});
