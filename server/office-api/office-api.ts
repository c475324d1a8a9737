import { Hono } from 'hono';
import { problem } from '../../contract/problem.ts';
import { isPlainPath } from '../../shared/plain-path.ts';
import type { App } from '../app.ts';
import { catchRefusal } from '../catch-refusal.ts';
import type { Context } from '../context.ts';
import { limitBody } from '../limit-bodies.ts';
import { tellCall, tellRoute } from '../operations/tell-call.ts';
import { createRoom } from '../room.ts';
import { readerOfProgram } from '../services/reach.ts';
import { actRoutes } from './act-routes.ts';
import { OFFICE_API_PATH, type OfficeEnv } from './office-env.ts';
import { officeProblem } from './office-problem.ts';
import { readingRoutes } from './reading-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { findProgram } from './tokens.ts';
import { workRoutes } from './work-routes.ts';

/** Returns the API of `contract/office.yaml` as a function, for programs with a token. It reads no cookie. */
export function createOfficeApi(context: Context): App {
  const routes = new Hono<OfficeEnv>().basePath(OFFICE_API_PATH);
  routes.use(tellRoute);
  routes.use(async (call, next) => {
    const program = await findProgram(context.db, call.req.header('Authorization') ?? '');
    if (program === undefined) throw officeProblem('unknown-token', {}, { 'WWW-Authenticate': 'Bearer' });
    call.set('reader', await readerOfProgram(context.db, program.name, program.service));
    await next();
  });
  const { attachmentMaxBytes } = context.limits;
  const room = createRoom({ each: 4 * attachmentMaxBytes, all: 16 * attachmentMaxBytes });
  const limit = (maxBytes: number) => limitBody<OfficeEnv>(maxBytes, room, (call) => call.get('reader').who);
  readingRoutes(routes, context);
  actRoutes(routes, context, limit);
  workRoutes(routes, context, limit);
  searchRoutes(routes, context, limit);
  routes.notFound(() => problem('not-found'));
  routes.onError((error) => {
    throw error;
  });
  return async (request, bindings = {}) => {
    const answer = await tellCall(context, request, OFFICE_API_PATH, async (told) =>
      isPlainPath(new URL(request.url).pathname)
        ? catchRefusal(context, told.id, request, () => routes.fetch(request, { ...bindings, told }))
        : problem('not-found'),
    );
    answer.headers.set('Cache-Control', 'no-store');
    return answer;
  };
}
