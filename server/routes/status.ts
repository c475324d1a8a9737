import type { Hono } from 'hono';
import { readBody, statusCodeBody, statusQuestion } from '../../contract/bodies/bodies.ts';
import { type Env, readCaller } from '../caller.ts';
import type { Context } from '../context.ts';
import { endStatusCode, lookUpStatus, readStatusCode, renewStatusCode } from '../requests/status-code.ts';
import { requireReader } from '../sessions/who.ts';
import { knownId, requireNamed } from './requests.ts';

/** Routes for how a request stands, and for the código de consulta that tells it to somebody who is not signed in. */
export function statusRoutes(app: Hono<Env>, context: Context): void {
  const path = '/requests/:requestId/status-code';

  app.get(path, async (call) => {
    const { citizenId } = await requireReader(context, readCaller(context, call));
    const id = knownId(call.req.param('requestId'));
    return call.json({ code: await readStatusCode(context, { citizenId, id }) });
  });

  app.put(path, async (call) => {
    const body = await readBody(call.req.raw, statusCodeBody);
    const named = await requireNamed(context, call);
    return call.json({ code: await renewStatusCode(context, named, body().replaces) });
  });

  app.delete(path, async (call) =>
    call.json({ code: await endStatusCode(context, await requireNamed(context, call)) }),
  );

  app.post('/status', async (call) => {
    const body = await readBody(call.req.raw, statusQuestion);
    const told = await lookUpStatus(context, readCaller(context, call), body());
    return told instanceof Response ? told : call.json(told);
  });
}
