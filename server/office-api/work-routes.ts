import type { Hono } from 'hono';
import { JSON_BODY_MAX_BYTES, readBody } from '../../contract/bodies/bodies.ts';
import { assigneeBody, noteBody } from '../../contract/bodies/office-bodies.ts';
import type { OfficeNoteList, OfficeServiceList } from '../../contract/office-types.ts';
import { problem } from '../../contract/problem.ts';
import type { Context } from '../context.ts';
import { assign } from '../office/assignment.ts';
import { judgeNote, keepNote, listNotes, plainNote } from '../office/notes.ts';
import { record } from '../office/record.ts';
import { describeServices } from '../services/services.ts';
import { requireRequest, tellRequest } from './named-request.ts';
import type { BodyLimit, OfficeEnv } from './office-env.ts';
import { idOf, officeProblem } from './office-problem.ts';

const REQUEST = '/requests/:reference';

/** Routes for what no citizen reads: services, assignees and notes. */
export function workRoutes(app: Hono<OfficeEnv>, context: Context, limit: BodyLimit): void {
  const { db } = context;

  app.get('/services', async (call) =>
    call.json({ services: await describeServices(db) } satisfies OfficeServiceList),
  );

  app.put(`${REQUEST}/assignee`, limit(JSON_BODY_MAX_BYTES), async (call) => {
    const body = await readBody(call.req.raw, assigneeBody);
    const [reader, reference] = [call.get('reader'), call.req.param('reference')];
    const found = await requireRequest(context, reader, reference);
    const { assignee: to, seenAssignee: seen } = body();
    const assigned = await assign(context, found, { to, ...(seen !== undefined && { seen }) }, reader.who);
    if (assigned === 'changed') throw officeProblem('request-changed');
    if (assigned === 'unfit')
      throw officeProblem('validation', { issues: [{ field: 'assignee', code: 'assigneeUnfit' }] });
    return call.json(await tellRequest(context, reader, await requireRequest(context, reader, reference)));
  });

  app.get(`${REQUEST}/notes`, async (call) => {
    const reader = call.get('reader');
    const found = await requireRequest(context, reader, call.req.param('reference'));
    await record(context, db, { who: reader.who, what: 'requestOpened', reference: found.request.reference });
    const notes = await listNotes(db, found);
    const told = notes.map(({ writtenAt, ...note }) => ({
      ...note,
      writtenAt: new Date(writtenAt).toISOString(),
    }));
    return call.json({ notes: told } satisfies OfficeNoteList);
  });

  app.put(`${REQUEST}/notes/:noteId`, limit(JSON_BODY_MAX_BYTES), async (call) => {
    const body = plainNote((await readBody(call.req.raw, noteBody))().body);
    const reader = call.get('reader');
    const found = await requireRequest(context, reader, call.req.param('reference'));
    const issues = judgeNote(body);
    if (issues.length > 0) throw officeProblem('validation', { issues });
    const note = { id: idOf(call.req.param('noteId')), body, writtenBy: reader.who };
    const writtenAt = context.clocks.officeNow();
    const isKept = await keepNote(db, found, { ...note, writtenAt });
    if (!isKept) throw problem('key-reused');
    return call.body(null, 204);
  });
}
