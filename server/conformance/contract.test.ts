import { afterAll, beforeAll, describe } from 'vitest';
import { describeContract } from '../../contract/conformance/contract-suite.ts';
import type { Context } from '../context.ts';
import { openAnew } from '../testing/open-anew.ts';
import { prepareWorld } from '../testing/saved-world.ts';
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

  describeContract('The reference server, in process', () => openAnew(context, clocks));
});
