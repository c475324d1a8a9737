import type { Hono } from 'hono';
import {
  changedPasswordBody,
  newsWishBody,
  pushSubscription,
  readBody,
} from '../../contract/bodies/bodies.ts';
import { type Env, readCaller } from '../caller.ts';
import type { Context } from '../context.ts';
import { changeNewsWish, readNewsWish } from '../news/news-wish.ts';
import { endSubscription, keepSubscription } from '../push/push-rows.ts';
import { changePassword } from '../sessions/change-password.ts';
import { endMySession, endOtherSessions, eraseOnDevice, listMySessions } from '../sessions/my-sessions.ts';
import { requireReader, requireWriter } from '../sessions/who.ts';

export function mySessionRoutes(app: Hono<Env>, context: Context): void {
  app.get('/sessions', async (call) => {
    const current = await requireReader(context, readCaller(context, call));
    return call.json({ sessions: await listMySessions(context, current) });
  });

  app.delete('/sessions', async (call) => {
    await endOtherSessions(context, await requireWriter(context, readCaller(context, call)));
    return call.body(null, 204);
  });

  app.delete('/sessions/:sessionId', async (call) => {
    const current = await requireWriter(context, readCaller(context, call));
    await endMySession(context, current, call.req.param('sessionId'));
    return call.body(null, 204);
  });

  app.put('/password', async (call) => {
    const body = await readBody(call.req.raw, changedPasswordBody);
    const caller = readCaller(context, call);
    const current = await requireWriter(context, caller);
    return (await changePassword(context, caller, current, body())) ?? call.body(null, 204);
  });

  app.get('/news', async (call) => {
    const current = await requireReader(context, readCaller(context, call));
    return call.json(await readNewsWish(context, current));
  });

  app.put('/news', async (call) => {
    const body = await readBody(call.req.raw, newsWishBody);
    const current = await requireWriter(context, readCaller(context, call));
    return call.json(await changeNewsWish(context, current, body().wanted));
  });

  app.put('/push', async (call) => {
    const body = await readBody(call.req.raw, pushSubscription);
    const current = await requireWriter(context, readCaller(context, call));
    await keepSubscription(context, current, body());
    return call.body(null, 204);
  });

  app.delete('/push', async (call) => {
    await endSubscription(context.db, await requireWriter(context, readCaller(context, call)));
    return call.body(null, 204);
  });

  app.put('/sessions/:sessionId/erasure', async (call) => {
    const current = await requireWriter(context, readCaller(context, call));
    return call.json(await eraseOnDevice(context, current, call.req.param('sessionId')));
  });
}
