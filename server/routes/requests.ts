import type { Context as Call, Hono } from 'hono';
import { isId, rating, readBody, readMark, requestSubmission } from '../../contract/bodies/bodies.ts';
import { readSent } from '../../contract/bodies/read-sent.ts';
import { problem } from '../../contract/problem.ts';
import { decideRating, decideReadMark, decideWithdrawal } from '../../domain/decide/follow-up.ts';
import { type Env, readCaller } from '../caller.ts';
import type { Context } from '../context.ts';
import { followUp } from '../requests/follow-up.ts';
import { findRequest } from '../requests/request-rows.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { requireReader, requireWriter } from '../sessions/who.ts';

export function requestRoutes(app: Hono<Env>, context: Context): void {
  app.get('/requests/:requestId', async (call) => {
    const { citizenId } = await requireReader(context, readCaller(context, call));
    const { request } = await findRequest(context.db, citizenId, knownId(call.req.param('requestId')));
    return call.json(request);
  });

  app.put('/requests/:requestId', async (call) => {
    const sent = await readSent(call.req.raw, requestSubmission);
    const { citizenId } = await requireWriter(context, readCaller(context, call));
    const submitted = { citizenId, ...sent(call.req.param('requestId')) };
    const { request, isNew } = await submitRequest(context, submitted);
    return call.json(request, isNew ? 201 : 200);
  });

  app.put('/requests/:requestId/withdrawal', async (call) =>
    call.json(await followUp(context, await requireNamed(context, call), decideWithdrawal)),
  );

  app.put('/requests/:requestId/rating', async (call) => {
    const body = await readBody(call.req.raw, rating);
    const named = await requireNamed(context, call);
    return call.json(await followUp(context, named, (facts, now) => decideRating(facts, body(), now)));
  });

  app.put('/requests/:requestId/read-mark', async (call) => {
    const body = await readBody(call.req.raw, readMark);
    const named = await requireNamed(context, call);
    return call.json(await followUp(context, named, (facts, now) => decideReadMark(facts, body(), now)));
  });
}

/** Which request, of whoever is signed in and the page believes it is. */
export async function requireNamed(context: Context, call: Call<Env, '/requests/:requestId'>) {
  const { citizenId } = await requireWriter(context, readCaller(context, call));
  return { citizenId, id: knownId(call.req.param('requestId')) };
}

/** What is no id is the id of nothing. */
export function knownId(id: string): string {
  if (!isId(id)) throw problem('not-found');
  return id;
}
