import { type HttpHandler, HttpResponse, http } from 'msw';
import * as v from 'valibot';
import { capped, readBody } from '../../contract/bodies/bodies.ts';
import type { Fields } from '../../contract/schemas/content-schemas.ts';
import type { Backend } from '../backend.ts';
import { clockBody, officeBody, representationBody, wholeNumber } from '../demo-bodies.ts';
import {
  addRequests,
  describeWorld,
  endAllSessions,
  moveClock,
  playClerk,
  resetWorld,
  runOutAllSessions,
  setFaults,
} from '../demo-world.ts';
import { setRepresentation } from '../representations.ts';
import type { Faults } from '../tables.ts';

const SEED_MAX = 20_000;
const LATENCY_MAX_MS = 120_000;

const rate = v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const flag = v.exactOptional(v.boolean());

const faultsBody = v.strictObject({
  latencyMs: v.exactOptional(wholeNumber(0, LATENCY_MAX_MS)),
  errorRate: rate,
  dropRate: rate,
  lostAnswerRate: rate,
  offline: flag,
  signOutAll: flag,
  runOutAll: flag,
} satisfies Fields<Faults & { signOutAll: boolean; runOutAll: boolean }>);
const seedBody = v.strictObject({ niss: capped(11), count: wholeNumber(1, SEED_MAX) });
/** The body of a reset is an empty object, which a form of another site cannot send. */
const resetBody = v.strictObject({});

const done = () => new HttpResponse(null, { status: 204 });

/**
 * Paths for the demo panel and for tests. They are outside the contract, need no session, and faults never touch them.
 *
 * - `GET /demo/state` answers JSON: `now`, `faults`, `representations`, `told`, `requests`, `uploads`.
 * - `POST /demo/clock`, `/demo/office`, `/demo/faults`, `/demo/representation`, `/demo/seed` and `/demo/reset` answer 204; a body of another shape, or none,
 *   422, an unknown request, NISS or representation 404, a request that is closed or withdrawn 409. Faults that are not named stay as they are. A
 *   representation of the first day ends with `isActive: false`, and is given back with `true`.
 */
export function demoHandlers(backend: Backend): HttpHandler[] {
  return [
    http.get('*/demo/state', async () => HttpResponse.json(await backend.run(describeWorld))),

    http.post('*/demo/clock', async ({ request }) => {
      const body = await readBody(request, clockBody);
      await moveClock(backend, body().workingDays);
      return done();
    }),

    http.post('*/demo/office', async ({ request }) => {
      const body = await readBody(request, officeBody);
      await backend.run((call) => playClerk(call, body().requestId, body().action));
      return done();
    }),

    http.post('*/demo/faults', async ({ request }) => {
      const body = await readBody(request, faultsBody);
      await backend.run(async (call) => {
        const { signOutAll, runOutAll, ...faults } = body();
        await setFaults(call, faults);
        if (signOutAll) await endAllSessions(call);
        if (runOutAll) await runOutAllSessions(call);
      });
      return done();
    }),

    http.post('*/demo/representation', async ({ request }) => {
      const body = await readBody(request, representationBody);
      await backend.run((call) => setRepresentation(call, body()));
      return done();
    }),

    http.post('*/demo/seed', async ({ request }) => {
      const body = await readBody(request, seedBody);
      await addRequests(backend, body().niss, body().count);
      return done();
    }),

    http.post('*/demo/reset', async ({ request }) => {
      const body = await readBody(request, resetBody);
      await backend.run((call) => {
        body();
        return resetWorld(call);
      });
      return done();
    }),
  ];
}
