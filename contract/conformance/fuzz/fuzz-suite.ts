import fc, { type RunDetails } from 'fast-check';
import { describe, it } from 'vitest';
import type { Server } from '../../server.ts';
import { BUSY_MAX_MS, measureBusy } from '../busy.ts';
import { readOpenApiDocument } from '../openapi-document.ts';
import { createSchemaCheck } from '../schema-check.ts';
import type { Subject } from '../subject.ts';
import { createCaller } from './caller.ts';
import { callsOf, type FuzzedCall } from './calls.ts';

const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** The calls that one server gets, one after the other. */
const CALLS_IN_A_ROW = 50;
/** The time in which a failing row is made smaller is limited: a call that holds the server for seconds would be made a hundred times. */
const START_MS = 30_000;
const CALL_MS = 200;
const TEXT_SHOWN = 200;
const SILENCE_MAX_MS = 20_000;
const STACK = /\n\s+at .+:\d+|node_modules|node:internal/;

/** Calls a server as no client should: `usually` so many times, unless `FUZZ` gives a number. */
export function describeFuzz(name: string, usually: number, makeServer: () => Promise<Subject>): void {
  const calls = Number(process.env.FUZZ ?? usually);
  const giveUpMs = START_MS + calls * CALL_MS;

  describe(`Whatever is asked of ${name}, in whatever order`, () => {
    it(
      `it answers as the contract says: ${calls} calls, FUZZ_SEED=${SEED}`,
      async () => {
        const document = readOpenApiDocument();
        const schemas = createSchemaCheck();
        // In a failing row, null takes the place of calls that have nothing to do with the failure.
        const call = fc.option(callsOf(document), { freq: calls });
        const rows = fc.array(call, { minLength: CALLS_IN_A_ROW, maxLength: CALLS_IN_A_ROW });
        await fc.assert(
          fc.asyncProperty(rows, async (made) => {
            const subject = await makeServer();
            const judged = { ...subject, server: withJudge(schemas.check(subject.server)) };
            const caller = await createCaller(judged);
            for (const one of made) if (one) await caller.make(one);
            await subject.stop();
          }),
          {
            seed: SEED,
            numRuns: Math.ceil(calls / CALLS_IN_A_ROW),
            interruptAfterTimeLimit: giveUpMs,
            markInterruptAsFailure: true,
            reporter: reportFailure,
          },
        );
      },
      2 * giveUpMs,
    );
  });
}

/** Passes answers through, and rejects those that no server may ever give, whatever the call. */
function withJudge(server: Server): Server {
  return async (request) => {
    const { result: answer, busyMs } = await measureBusy(() => orSilence(server(request)));
    const text = await answer.clone().text();
    if (answer.status >= 500) throw new Error(`${answer.status} ${text}`);
    if (STACK.test(text)) throw new Error(`A stack went out: ${text}`);
    if (busyMs > BUSY_MAX_MS) throw new Error(`Held the server for ${Math.round(busyMs)} ms`);
    return answer;
  };
}

function orSilence(answer: Promise<Response>): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer came')), SILENCE_MAX_MS);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

/** Throws an error that tells how to repeat the failure: the seed, and the calls that led to it, with long texts cut. */
function reportFailure(details: RunDetails<[(FuzzedCall | null)[]]>): void {
  if (!details.failed) return;
  const { seed, counterexample, errorInstance, numRuns, interrupted } = details;
  const calls = counterexample?.[0].filter((call) => call !== null).map((call) => JSON.stringify(call, cut));
  const why =
    interrupted && !counterexample ? `only ${numRuns} rows were done in time` : String(errorInstance);
  throw new Error([`FUZZ_SEED=${seed}: ${why}`, ...(calls ?? [])].join('\n'), { cause: errorInstance });
}

function cut(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= TEXT_SHOWN) return value;
  return `${value.slice(0, TEXT_SHOWN)}… (${value.length})`;
}
