import { afterAll, beforeAll, describe } from 'vitest';
import type { Context } from '../context.ts';
import { prepareWorld } from './saved-world.ts';
import { START_MS } from './start-ms.ts';
import { createTestClocks, type TestClocks } from './test-clocks.ts';
import { createTestContext } from './test-context.ts';
import { DATABASES } from './test-database.ts';

/** The server in this process over a saved world; call `context` only while tests run. */
interface ServerInProcess {
  clocks: TestClocks;
  context(): Context;
}

/** Runs the tests on each database that the level of the run tries. */
export function onEachDatabase(
  tell: (server: ServerInProcess, database: string) => void,
  databases = DATABASES,
): void {
  describe.each(databases)('On %s', (database, open) => {
    const clocks = createTestClocks();
    let context: Context;

    beforeAll(async () => {
      context = createTestContext(await open(), clocks);
      await prepareWorld(context);
    }, START_MS);
    afterAll(() => context.db.destroy());

    tell({ clocks, context: () => context }, database);
  });
}
