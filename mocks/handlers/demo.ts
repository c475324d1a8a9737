import { type HttpHandler, HttpResponse, http } from 'msw';
import { readBody } from '../../contract/bodies/bodies.ts';
import { boolean, choice, integer, partial, record, type Shape, text } from '../../contract/bodies/shapes.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Backend } from '../backend.ts';
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
import { type Representation, setRepresentation } from '../representations.ts';
import type { Faults } from '../tables.ts';

const CLOCK_MAX_WORKING_DAYS = 1000;
const SEED_MAX = 20_000;
const LATENCY_MAX_MS = 120_000;

const rate: Shape<number> = (value): value is number => typeof value === 'number' && value >= 0 && value <= 1;

const clockBody = record<{ workingDays: number }>({ workingDays: integer(0, CLOCK_MAX_WORKING_DAYS) });
const officeBody = record<{ requestId: string; action: OfficeAction }>({
  requestId: text(36),
  action: choice('review', 'ask', 'answer', 'forward', 'close'),
});
const faultsBody = partial<Faults & { signOutAll: boolean; runOutAll: boolean }>({
  latencyMs: integer(0, LATENCY_MAX_MS),
  errorRate: rate,
  dropRate: rate,
  lostAnswerRate: rate,
  offline: boolean,
  signOutAll: boolean,
  runOutAll: boolean,
});
const seedBody = record<{ niss: string; count: number }>({ niss: text(11), count: integer(1, SEED_MAX) });
/** The body of a reset is an empty object, which a form of another site cannot send. */
const resetBody = record({});
const representationBody = record<Pick<Representation, 'citizenId' | 'representedId' | 'isActive'>>({
  citizenId: text(80),
  representedId: text(80),
  isActive: boolean,
});

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
    http.get('*/demo/state', async () =>
      HttpResponse.json(JSON.parse(JSON.stringify(await backend.run(describeWorld)))),
    ),

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
