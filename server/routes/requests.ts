import type { Context as Call, Hono } from 'hono';
import {
  isId,
  rating,
  readBody,
  readMark,
  readSent,
  requestSubmission,
} from '../../contract/bodies/bodies.ts';
import { problem } from '../../contract/problem.ts';
import {
  acknowledgeRead,
  acknowledgeRequest,
  acknowledgeWithdrawal,
  answerTo,
} from '../../domain/acknowledgement.ts';
import { decideRating, decideReadMark, decideWithdrawal } from '../../domain/decide/follow-up.ts';
import { type Env, readCaller } from '../caller.ts';
import type { Context } from '../context.ts';
import { followUp } from '../requests/follow-up.ts';
import { findRequest } from '../requests/request-rows.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { requireReader, requireSender, requireWriter } from '../sessions/who.ts';
import { readFor } from '../write-for.ts';

export function requestRoutes(app: Hono<Env>, context: Context): void {
  app.get('/requests/:requestId', async (call) => {
    const { citizenId } = await requireReader(context, readCaller(context, call));
    const id = knownId(call.req.param('requestId'));
    const { request } = await readFor(context, citizenId, () => findRequest(context.db, citizenId, id));
    return call.json(request);
  });

  app.put('/requests/:requestId', async (call) => {
    const sent = await readSent(call.req.raw, requestSubmission);
    const sender = await requireSender(context, readCaller(context, call));
    const submitted = { citizenId: sender.citizenId, ...sent(call.req.param('requestId')) };
    const { request, isNew } = await submitRequest(context, submitted);
    return call.json(answerTo(sender, request, acknowledgeRequest), isNew ? 201 : 200);
  });

  app.put('/requests/:requestId/withdrawal', async (call) => {
    const sender = await requireSender(context, readCaller(context, call));
    const request = await followUp(context, named(sender, call), decideWithdrawal);
    return call.json(answerTo(sender, request, acknowledgeWithdrawal));
  });

  app.put('/requests/:requestId/rating', async (call) => {
    const body = await readBody(call.req.raw, rating);
    const about = await requireNamed(context, call);
    return call.json(await followUp(context, about, (facts, now) => decideRating(facts, body(), now)));
  });

  app.put('/requests/:requestId/read-mark', async (call) => {
    const body = await readBody(call.req.raw, readMark);
    const sender = await requireSender(context, readCaller(context, call));
    const request = await followUp(context, named(sender, call), (facts, now) =>
      decideReadMark(facts, body(), now),
    );
    return call.json(answerTo(sender, request, acknowledgeRead));
  });
}

/** Returns which request the address names, of the signed-in citizen, who must be the one that the page believes it is. */
export async function requireNamed(context: Context, call: Call<Env, '/requests/:requestId'>) {
  return named(await requireWriter(context, readCaller(context, call)), call);
}

function named({ citizenId }: { citizenId: string }, call: Call<Env, '/requests/:requestId'>) {
  return { citizenId, id: knownId(call.req.param('requestId')) };
}

/** An address that holds no id names nothing, so this throws `not-found`. */
export function knownId(id: string): string {
  if (!isId(id)) throw problem('not-found');
  return id;
}
