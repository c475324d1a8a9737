import { afterAll, beforeAll, it } from 'vitest';
import { ORIGIN } from '../../contract/conformance/subject.ts';
import type { Context } from '../context.ts';
import { connectPostgres } from '../db/connect.ts';
import { describeOffice } from '../testing/office/office-suite.ts';
import { prepareOffice } from '../testing/office/prepare-office.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { type SuiteProcesses, startSuiteProcesses } from '../testing/suite-processes.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { startThrowawayPostgres } from '../testing/throwaway-postgres.ts';

const postgres = await startThrowawayPostgres();

if (postgres) {
  const clocks = createTestClocks();
  let context: Context;
  let processes: SuiteProcesses;

  beforeAll(async () => {
    context = createTestContext(connectPostgres(postgres.url, 2), clocks);
    await prepareWorld(context);
    processes = await startSuiteProcesses(2, postgres.url, ORIGIN);
  }, START_MS);
  afterAll(async () => {
    await processes.stop();
    await context.db.destroy();
    await postgres.stop();
  });

  describeOffice('The office’s API on PostgreSQL, two processes in turn, over HTTP', async () => {
    clocks.restart();
    await restoreWorld(context.db);
    return {
      ...(await prepareOffice(context, clocks)),
      server: processes.server,
      advance: clocks.advance,
      stop: async () => {},
    };
  });
} else {
  it.skip('The office’s API on PostgreSQL is not tried: there is no PostgreSQL on this machine', () => {});
}
