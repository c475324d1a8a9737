import fc from 'fast-check';
import { describe, it } from 'vitest';
import { withSessionCookie } from '../../http/session-cookie.ts';
import { createMemoryStore } from '../../memory-store.ts';
import { createMockServer } from '../../server.ts';
import { createTestClock } from '../../testing/test-clock.ts';
import { readOpenApiDocument } from '../openapi-document.ts';
import { createSchemaCheck } from '../schema-check.ts';
import type { Subject } from '../subject.ts';
import { createCaller } from './caller.ts';
import { callsOf } from './calls.ts';
import { withJudge } from './judge.ts';
import { reportFailure } from './report-failure.ts';

const CALLS = Number(process.env.FUZZ ?? 500);
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** In one world, one after the other. */
const CALLS_IN_A_ROW = 50;
/** What fails is made smaller only so long: a call that holds the server for seconds would be made a hundred times. */
const GIVE_UP_MS = 30_000 + CALLS * 30;

const document = readOpenApiDocument();
const schemas = createSchemaCheck();

function startInProcess(): Subject {
  const clock = createTestClock();
  const server = withSessionCookie(createMockServer(createMemoryStore(), clock.now));
  return { server, advance: clock.advance, stop: async () => {} };
}

describe('Whatever is asked of the server, in whatever order', () => {
  it(
    `it answers as the contract says: ${CALLS} calls, FUZZ_SEED=${SEED}`,
    async () => {
      // Null only in a row that fails, for the calls that have nothing to do with it.
      const call = fc.option(callsOf(document), { freq: CALLS });
      const rows = fc.array(call, { minLength: CALLS_IN_A_ROW, maxLength: CALLS_IN_A_ROW });
      await fc.assert(
        fc.asyncProperty(rows, async (calls) => {
          const subject = startInProcess();
          const caller = await createCaller({ ...subject, server: withJudge(schemas.check(subject.server)) });
          for (const made of calls) if (made) await caller.make(made);
        }),
        {
          seed: SEED,
          numRuns: Math.ceil(CALLS / CALLS_IN_A_ROW),
          interruptAfterTimeLimit: GIVE_UP_MS,
          markInterruptAsFailure: true,
          reporter: reportFailure,
        },
      );
    },
    2 * GIVE_UP_MS,
  );
});
