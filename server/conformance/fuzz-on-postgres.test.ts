import { afterAll, beforeAll, it } from 'vitest';
import { describeFuzz } from '../../contract/conformance/fuzz/fuzz-suite.ts';
import { connectPostgres } from '../db/connect.ts';
import { openAnew } from '../testing/open-anew.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { startThrowawayPostgres } from '../testing/throwaway-postgres.ts';

const postgres = await startThrowawayPostgres();

if (postgres) {
  const clocks = createTestClocks();
  const context = createTestContext(connectPostgres(postgres.url, 2), clocks);

  beforeAll(() => prepareWorld(context), START_MS);
  afterAll(async () => {
    await context.db.destroy();
    await postgres.stop();
  });

  describeFuzz('the reference server on PostgreSQL', 200, () => openAnew(context, clocks));
} else {
  it.skip('The reference server on PostgreSQL is not tried: there is no PostgreSQL on this machine', () => {});
}
