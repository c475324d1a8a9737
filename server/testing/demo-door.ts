import type { InferOutput } from 'valibot';
import { readBody } from '../../contract/bodies/bodies.ts';
import { problem } from '../../contract/problem.ts';
import { SIMULATED_PEOPLE } from '../../domain/simulator.ts';
import { clockBody, officeBody, representationBody } from '../../mocks/demo-bodies.ts';
import type { Context } from '../context.ts';
import { endRequests } from '../retention/end-requests.ts';
import { letClerkCatchUp, playClerk } from './play-clerk.ts';
import { restoreWorld } from './saved-world.ts';

type Representation = InferOutput<typeof representationBody>;

const done = () => new Response(null, { status: 204 });

/**
 * Gives the contract suite the world around a server: the clerk, the office's clock, a look at what is kept. It stands beside the server in tests alone, and
 * uses the database and the office's own functions. It returns undefined for calls that are for the server.
 */
export function createDemoDoor(
  context: Context,
  moveOffice: (workingDays: number) => void,
): (request: Request) => Promise<Response> | undefined {
  const doors: Record<string, (request: Request) => Promise<Response>> = {
    '/demo/state': async () => Response.json(await describeWorld(context)),
    '/demo/clock': async (request) => {
      const { workingDays } = (await readBody(request, clockBody))();
      moveOffice(workingDays);
      await letClerkCatchUp(context);
      await endRequests(context);
      return done();
    },
    '/demo/office': async (request) => {
      const { requestId: id, action } = (await readBody(request, officeBody))();
      await playClerk(context, { citizenId: await ownerOf(context, id), id }, action);
      return done();
    },
    '/demo/representation': async (request) => {
      await setRepresentation(context, (await readBody(request, representationBody))());
      return done();
    },
    '/demo/reset': async () => {
      await restoreWorld(context.db);
      return done();
    },
  };
  return (request) => {
    const answer = doors[new URL(request.url).pathname]?.(request);
    return answer?.catch(asAnswer);
  };
}

function asAnswer(thrown: unknown): Response {
  if (thrown instanceof Response) return thrown;
  throw thrown;
}

/** The caller names a request without its citizen. */
async function ownerOf({ db }: Context, requestId: string): Promise<string> {
  const taken = db.selectFrom('takenIds').select('citizenId').where('kind', '=', 'request');
  const owner = await taken.where('id', '=', requestId).executeTakeFirst();
  if (!owner) throw problem('not-found');
  return owner.citizenId;
}

async function setRepresentation({ db }: Context, { citizenId, representedId, isActive }: Representation) {
  const known = SIMULATED_PEOPLE.find(({ id }) => id === citizenId)?.represents.indexOf(representedId) ?? -1;
  if (known < 0) throw problem('not-found');
  const row = { citizenId, representedId, place: known };
  await db
    .deleteFrom('representations')
    .where('citizenId', '=', citizenId)
    .where('representedId', '=', representedId)
    .execute();
  if (isActive) await db.insertInto('representations').values(row).execute();
}

/** Returns the subscriptions of devices that are told of news, as browsers named them. */
async function listToldDevices({ db, seal }: Context) {
  const rows = await db.selectFrom('pushSubscriptions').selectAll().execute();
  return rows.map(({ citizenId, sessionId, subscriptionSealed, language, saysDate }) => ({
    citizenId,
    ...JSON.parse(seal.open(subscriptionSealed, sessionId)),
    language,
    saysDate,
  }));
}

async function describeWorld(context: Context) {
  const { db } = context;
  const requests = await db.selectFrom('requests').select(['id', 'request']).execute();
  const keys = await db.selectFrom('requestKeys').select('id').execute();
  const uploads = await db.selectFrom('uploads').select(['id', 'size', 'bytesReceived']).execute();
  return {
    told: await listToldDevices(context),
    requests: requests.map(({ id, request }) => ({
      id,
      reference: request.reference,
      commits: keys.filter((key) => key.id === id).length,
      attachments: request.attachments,
    })),
    uploads,
  };
}
