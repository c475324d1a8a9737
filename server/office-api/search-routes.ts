import type { Hono } from 'hono';
import { JSON_BODY_MAX_BYTES, readBody } from '../../contract/bodies/bodies.ts';
import { savedReplyBody, searchBody } from '../../contract/bodies/office-bodies.ts';
import type { OfficeFound, OfficeSavedReplyList } from '../../contract/office-types.ts';
import { problem } from '../../contract/problem.ts';
import type { Context } from '../context.ts';
import { plainNote } from '../office/notes.ts';
import {
  judgeReply,
  keepReply,
  listReplies,
  readReply,
  removeReply,
  type SavedReply,
} from '../saved-replies/saved-replies.ts';
import { FOUND_MAX, findRequests, readFound, readSought } from '../search/find-requests.ts';
import type { Reader } from '../services/reach.ts';
import { listServices } from '../services/services.ts';
import { summarize } from './named-request.ts';
import type { BodyLimit, OfficeEnv } from './office-env.ts';
import { idOf, officeProblem } from './office-problem.ts';

/** Routes that find requests by whatever somebody knows of them, and that keep the saved replies of everybody at the office. */
export function searchRoutes(app: Hono<OfficeEnv>, context: Context, limit: BodyLimit): void {
  const { db } = context;

  app.post('/searches', limit(JSON_BODY_MAX_BYTES), async (call) => {
    const { sought } = (await readBody(call.req.raw, searchBody))();
    const reader = call.get('reader');
    const references = await findRequests(context, reader, readSought(sought));
    const services = await listServices(db);
    const rows = await readFound(db, reader.reach, references);
    const requests = rows.map((row) => summarize(services, row));
    return call.json({ requests, more: references.length === FOUND_MAX } satisfies OfficeFound);
  });

  app.get('/saved-replies', async (call) => {
    const replies = (await listReplies(db, null)).map(({ owner: _everybodys, ...reply }) => reply);
    return call.json({ replies } satisfies OfficeSavedReplyList);
  });

  app.put('/saved-replies/:replyId', limit(JSON_BODY_MAX_BYTES), async (call) => {
    const { title, body, topic, kind, beginsAnswer } = (await readBody(call.req.raw, savedReplyBody))();
    const id = idOf(call.req.param('replyId'));
    const known = await requireEverybodys(context, call.get('reader'), id, 'or new');
    const reply: SavedReply = {
      id,
      title: plainNote(title),
      body: plainNote(body),
      topic,
      kind,
      owner: null,
      beginsAnswer: beginsAnswer ?? known?.beginsAnswer ?? false,
    };
    const issues = judgeReply(reply);
    if (issues.length > 0) throw officeProblem('validation', { issues });
    await keepReply(db, reply);
    return call.body(null, 204);
  });

  app.delete('/saved-replies/:replyId', async (call) => {
    const id = idOf(call.req.param('replyId'));
    await requireEverybodys(context, call.get('reader'), id);
    await removeReply(db, id);
    return call.body(null, 204);
  });
}

/** A program that acts for one service alone cannot change replies that are for all of them. Throws `not-found`, also for a clerk's own reply. */
async function requireEverybodys(
  { db }: Context,
  { reach }: Reader,
  id: string,
  orNew?: 'or new',
): Promise<SavedReply | undefined> {
  const known = await readReply(db, id);
  const isThere = known ? known.owner === null : orNew !== undefined;
  if (reach !== null || !isThere) throw problem('not-found');
  return known;
}
