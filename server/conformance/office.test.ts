import { afterAll, beforeAll, describe } from 'vitest';
import type { Context } from '../context.ts';
import { createSite } from '../site.ts';
import { describeOffice } from '../testing/office/office-suite.ts';
import { prepareOffice } from '../testing/office/prepare-office.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { DATABASES } from '../testing/test-database.ts';

describe.each(DATABASES)('On %s', (_name, open) => {
  const clocks = createTestClocks();
  let context: Context;

  beforeAll(async () => {
    context = createTestContext(await open(), clocks);
    await prepareWorld(context);
  }, START_MS);
  afterAll(() => context.db.destroy());

  describeOffice('The office’s API, in process', async () => {
    clocks.restart();
    await restoreWorld(context.db);
    return {
      ...(await prepareOffice(context, clocks)),
      server: createSite(context),
      advance: clocks.advance,
      stop: async () => {},
    };
  });
});
