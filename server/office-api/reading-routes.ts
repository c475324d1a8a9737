import type { Hono } from 'hono';
import type { OfficeFigures, OfficeNewsPage, OfficeWaitingPage } from '../../contract/office-types.ts';
import { malformed, problem } from '../../contract/problem.ts';
import { readPageLimit } from '../../domain/changes-page.ts';
import type { Context } from '../context.ts';
import { COUNTED_BY, readFigures } from '../figures/read-figures.ts';
import { readNews } from '../office/read-news.ts';
import { record } from '../office/record.ts';
import { readPlace, readWaitingPage, writePlace } from '../office/waiting.ts';
import { findAttachedFile } from '../requests/request-files.ts';
import { knownId } from '../routes/requests.ts';
import { listServices } from '../services/services.ts';
import { createDownloads, sendFile } from '../uploads/send-file.ts';
import { requireRequest, summarize, tellRequest } from './named-request.ts';
import type { OfficeEnv } from './office-env.ts';

export function readingRoutes(app: Hono<OfficeEnv>, context: Context): void {
  const { db } = context;
  const downloads = createDownloads(context);
  app.get('/news', async (call) => {
    const cursor = call.req.query('cursor') ?? null;
    const limit = readPageLimit(call.req.query('limit'));
    const { news, ...page } = await readNews(db, { reach: call.get('reader').reach, cursor, limit });
    const services = await listServices(db);
    const described = news.map(({ what, at, ...row }) => ({
      what,
      at: new Date(at).toISOString(),
      request: summarize(services, row),
    }));
    return call.json({ ...page, news: described } satisfies OfficeNewsPage);
  });

  app.get('/figures', async (call) => {
    // The figures count every service's requests.
    if (call.get('reader').reach !== null) throw problem('not-found');
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
    const { reach } = call.get('reader');
    const ofComplaints = kind === 'complaint';
    const { waiting, next } = await readWaitingPage(db, { reach, after, limit, ofComplaints });
    const services = await listServices(db);
    const requests = waiting.map((row) => summarize(services, row));
    return call.json({ requests, next: next && writePlace(next) } satisfies OfficeWaitingPage);
  });

  app.get('/requests/:reference', async (call) => {
    const reader = call.get('reader');
    const found = await requireRequest(context, reader, call.req.param('reference'));
    return call.json(await tellRequest(context, reader, found));
  });

  app.get('/requests/:reference/attachments/:attachmentId', async (call) => {
    const reader = call.get('reader');
    const { citizenId, request } = await requireRequest(context, reader, call.req.param('reference'));
    const id = knownId(call.req.param('attachmentId'));
    const file = await findAttachedFile(context, citizenId, request.id, id);
    if (!file) throw problem('not-found');
    const { reference } = request;
    await record(context, db, { who: reader.who, what: 'fileOpened', reference, about: id });
    return sendFile(call, downloads, reader.who, file);
  });
}
