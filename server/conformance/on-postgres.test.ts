import { afterAll, beforeAll, it } from 'vitest';
import { describeContract } from '../../contract/conformance/contract-suite.ts';
import { ORIGIN } from '../../contract/conformance/subject.ts';
import type { Context } from '../context.ts';
import { connectPostgres } from '../db/connect.ts';
import { createDemoDoor } from '../testing/demo-door.ts';
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
    context = createTestContext(connectPostgres(postgres.url, 2), clocks, ORIGIN);
    await prepareWorld(context);
    processes = await startSuiteProcesses(postgres.url);
  }, START_MS);
  afterAll(async () => {
    await processes.stop();
    await context.db.destroy();
    await postgres.stop();
  });

  async function begin(): Promise<void> {
    clocks.restart();
    processes.moveClocks({ move: 'restart' });
    await restoreWorld(context.db);
  }

  describeContract('The reference server on PostgreSQL, two processes in turn, over HTTP', async () => {
    await begin();
    const demo = createDemoDoor(context, (by) => {
      clocks.moveOffice(by);
      processes.moveClocks({ move: 'moveOffice', by });
    });
    return {
      server: (request) => demo(request) ?? processes.server(request),
      advance(by) {
        clocks.advance(by);
        processes.moveClocks({ move: 'advance', by });
      },
      stop: async () => {},
    };
  });

  describeOffice('The office’s API on PostgreSQL, two processes in turn, over HTTP', async () => {
    await begin();
    return {
      ...(await prepareOffice(context, clocks)),
      server: processes.server,
      advance: clocks.advance,
      stop: async () => {},
    };
  });
} else {
  it.skip('The reference server on PostgreSQL is not tried: there is no PostgreSQL on this machine', () => {});
}
