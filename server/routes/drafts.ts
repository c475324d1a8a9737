import type { Hono } from 'hono';
import { draftContent, isId, readBody } from '../../contract/bodies/bodies.ts';
import { malformed, problem } from '../../contract/problem.ts';
import { type Env, readCaller } from '../caller.ts';
import type { Context } from '../context.ts';
import { deleteDraft, findDraft, saveDraft } from '../drafts/account-drafts.ts';
import { createAnswerRoom, holdRoom, sendJson } from '../send-json.ts';
import { requireReader, requireWriter } from '../sessions/who.ts';
import { readFor } from '../write-for.ts';

/** More than an answer has around the content: id, version, instant and the names of the fields. */
const AROUND_CONTENT_BYTES = 300;

export function draftRoutes(app: Hono<Env>, context: Context): void {
  const room = createAnswerRoom();

  app.get('/drafts/:draftId', async (call) => {
    const { citizenId } = await requireReader(context, readCaller(context, call));
    const id = call.req.param('draftId');
    if (!isId(id)) throw problem('not-found');
    const draft = await readFor(context, citizenId, () => findDraft(context.db, citizenId, id));
    if (!draft) throw problem('not-found');
    return sendJson(call, room, citizenId, JSON.stringify(draft), { ETag: draft.etag });
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
    const sent = content();
    // Whoever is told that there is no room must not have their draft kept: they would not hear of its version.
    holdRoom(call, room, citizenId, Buffer.byteLength(JSON.stringify(sent)) + AROUND_CONTENT_BYTES);
    const { draft, isNew } = await saveDraft(context, citizenId, { id, content: sent }, condition);
    return call.json(draft, isNew ? 201 : 200, { ETag: draft.etag });
  });

  app.delete('/drafts/:draftId', async (call) => {
    const { citizenId } = await requireWriter(context, readCaller(context, call));
    const id = call.req.param('draftId');
    if (isId(id)) await deleteDraft(context, citizenId, id, call.req.header('If-Match') ?? null);
    return call.body(null, 204);
  });
}
