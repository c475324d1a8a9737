import { afterAll, beforeAll } from 'vitest';
import { describeContract } from '../../mocks/contract/contract-suite.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { connectEmbedded } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { addSimulatedPeople } from '../sessions/add-simulated-people.ts';
import { createDemoDoor } from '../testing/demo-door.ts';
import { restoreWorld, saveWorld } from '../testing/saved-world.ts';
import { tellStories } from '../testing/tell-stories.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';

const clocks = createTestClocks();
let context: Context;

beforeAll(async () => {
  context = createTestContext(connectEmbedded(null), clocks);
  await migrate(context.db);
  await addSimulatedPeople(context);
  await tellStories(context);
  await saveWorld(context.db);
});
afterAll(() => context.db.destroy());

describeContract('The reference server on PGlite', async () => {
  clocks.restart();
  await restoreWorld(context.db);
  const app = createApp(context);
  const demo = createDemoDoor(context, async (workingDays) => clocks.moveOffice(workingDays));
  return {
    server: (request) => (new URL(request.url).pathname.startsWith('/demo/') ? demo(request) : app(request)),
    advance: clocks.advance,
    stop: async () => {},
  };
});
