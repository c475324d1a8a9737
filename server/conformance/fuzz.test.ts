import { afterAll, beforeAll, describe } from 'vitest';
import { describeFuzz } from '../../contract/conformance/fuzz/fuzz-suite.ts';
import type { Context } from '../context.ts';
import { openAnew } from '../testing/open-anew.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { DATABASES } from '../testing/test-database.ts';

describe.each(DATABASES)('On %s', (name, open) => {
  const clocks = createTestClocks();
  let context: Context;

  beforeAll(async () => {
    context = createTestContext(await open(), clocks);
    await prepareWorld(context);
  }, START_MS);
  afterAll(() => context.db.destroy());

  describeFuzz(`the reference server on ${name}`, 200, () => openAnew(context, clocks));
});
