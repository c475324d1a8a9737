import type { Hono } from 'hono';
import { draftContent, isId, readBody } from '../../contract/bodies/bodies.ts';
import { malformed, problem } from '../../contract/problem.ts';
import { type Env, readCaller } from '../caller.ts';
import type { Context } from '../context.ts';
import { deleteDraft, findDraft, saveDraft } from '../drafts/account-drafts.ts';
import { createAnswerRoom, sendJson } from '../send-json.ts';
import { requireReader, requireWriter } from '../sessions/who.ts';
import { readFor } from '../write-for.ts';

export function draftRoutes(app: Hono<Env>, context: Context): void {
  const room = createAnswerRoom();

  app.get('/drafts/:draftId', async (call) => {
    const { citizenId } = await requireReader(context, readCaller(context, call));
    const id = call.req.param('draftId');
    if (!isId(id)) throw problem('not-found');
    const draft = await readFor(context, citizenId, () => findDraft(context.db, citizenId, id));
    if (!draft) throw problem('not-found');
    return sendJson(call, room, citizenId, JSON.stringify(draft), { headers: { ETag: draft.etag } });
  });

  app.put('/drafts/:draftId', async (call) => {
    const content = await readBody(call.req.raw, draftContent);
    const { citizenId } = await requireWriter(context, readCaller(context, call));
    const id = call.req.param('draftId');
    if (!isId(id)) throw malformed();
    const condition = {
      ifMatch: call.req.header('If-Match') ?? null,
      ifNoneMatch: call.req.header('If-None-Match') ?? null,
    };
    const { draft, isNew } = await saveDraft(context, citizenId, { id, content: content() }, condition);
    return sendJson(call, room, citizenId, JSON.stringify(draft), {
      status: isNew ? 201 : 200,
      headers: { ETag: draft.etag },
    });
  });

  app.delete('/drafts/:draftId', async (call) => {
    const { citizenId } = await requireWriter(context, readCaller(context, call));
    const id = call.req.param('draftId');
    if (isId(id)) await deleteDraft(context, citizenId, id, call.req.header('If-Match') ?? null);
    return call.body(null, 204);
  });
}
