import type { Hono } from 'hono';
import type {
  OfficeFigures,
  OfficeNewsPage,
  OfficeRequestSummary,
  OfficeWaitingPage,
} from '../../contract/office-types.ts';
import { malformed, problem } from '../../contract/problem.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { readPageLimit } from '../../domain/changes-page.ts';
import type { Context } from '../context.ts';
import { COUNTED_BY, readFigures } from '../figures/read-figures.ts';
import { readNews } from '../office/read-news.ts';
import { record } from '../office/record.ts';
import { readPlace, readWaitingPage, writePlace } from '../office/waiting.ts';
import { findAttachedFile } from '../requests/request-files.ts';
import { knownId } from '../routes/requests.ts';
import { createDownloads, sendFile } from '../uploads/send-file.ts';
import { openRequest, requireRequest } from './named-request.ts';
import type { OfficeEnv } from './office-env.ts';

export function readingRoutes(app: Hono<OfficeEnv>, context: Context): void {
  const { db } = context;
  const downloads = createDownloads(context);
  app.get('/news', async (call) => {
    const cursor = call.req.query('cursor') ?? null;
    const limit = readPageLimit(call.req.query('limit'));
    const { news, ...page } = await readNews(db, { cursor, limit });
    const described = news.map(({ what, at, request, citizenName }) => ({
      what,
      at: new Date(at).toISOString(),
      request: summarize(request, citizenName),
    }));
    return call.json({ ...page, news: described } satisfies OfficeNewsPage);
  });

  app.get('/figures', async (call) => {
    const by = call.req.query('by');
    const countedBy = COUNTED_BY.filter((each) => by === undefined || by === each);
    if (countedBy.length === 0) throw malformed();
    return call.json((await readFigures(context, countedBy)) satisfies OfficeFigures);
  });

  app.get('/requests', async (call) => {
    const limit = readPageLimit(call.req.query('limit'));
    const asked = call.req.query('after');
    const after = asked === undefined ? null : readPlace(asked);
    if (asked !== undefined && after === null) throw malformed();
    const kind = call.req.query('kind');
    if (kind !== undefined && kind !== 'complaint') throw malformed();
    const { waiting, next } = await readWaitingPage(db, { after, limit, ofComplaints: kind === 'complaint' });
    const requests = waiting.map(({ request, citizenName }) => summarize(request, citizenName));
    return call.json({ requests, next: next && writePlace(next) } satisfies OfficeWaitingPage);
  });

  app.get('/requests/:reference', async (call) =>
    call.json(await openRequest(context, call.get('program'), call.req.param('reference'))),
  );

  app.get('/requests/:reference/attachments/:attachmentId', async (call) => {
    const { citizenId, request } = await requireRequest(db, call.req.param('reference'));
    const id = knownId(call.req.param('attachmentId'));
    const file = await findAttachedFile(context, citizenId, request.id, id);
    if (!file) throw problem('not-found');
    const { reference } = request;
    const who = `token ${call.get('program')}`;
    await record(context, db, { who, what: 'fileOpened', reference, about: id });
    return sendFile(call, downloads, call.get('program'), file);
  });
}

function summarize(request: CitizenRequest, citizenName: string): OfficeRequestSummary {
  const { reference, kind, state, receivedAt, dueOn, deadlinePaused, office } = request;
  return { reference, citizenName, kind, state, receivedAt, dueOn, deadlinePaused, officeName: office.name };
}
