import type { Hono } from 'hono';
import { readPageLimit } from '../../domain/changes-page.ts';
import { type Env, readCaller } from '../caller.ts';
import type { Context } from '../context.ts';
import { readFeed } from '../feed/read-feed.ts';
import { createAnswerRoom, sendJson } from '../send-json.ts';
import { identify } from '../sessions/who.ts';
import { readFor } from '../write-for.ts';

export function changeRoutes(app: Hono<Env>, context: Context): void {
  const room = createAnswerRoom();

  app.get('/changes', async (call) => {
    const { citizenId } = await identify(context, readCaller(context, call));
    const cursor = call.req.query('cursor') ?? null;
    const limit = readPageLimit(call.req.query('limit'));
    const page = await readFor(context, citizenId, () => readFeed(context, { citizenId, cursor, limit }));
    return sendJson(call, room, citizenId, page);
  });
}
