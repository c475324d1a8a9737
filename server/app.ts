import { Hono } from 'hono';
import { isFromApp } from '../contract/from-app.ts';
import { problem, withoutBody } from '../contract/problem.ts';
import { API_BASE_PATH } from '../contract/server.ts';
import { isPlainPath } from '../shared/plain-path.ts';
import { type Bindings, type Env, originOf } from './caller.ts';
import { catchRefusal } from './catch-refusal.ts';
import type { Context } from './context.ts';
import { limitBodies } from './limit-bodies.ts';
import { type ToldOfCall, tellCall, tellRoute } from './operations/tell-call.ts';
import { changeRoutes } from './routes/changes.ts';
import { draftRoutes } from './routes/drafts.ts';
import { messageRoutes } from './routes/messages.ts';
import { mySessionRoutes } from './routes/my-sessions.ts';
import { referenceRoutes } from './routes/reference.ts';
import { requestRoutes } from './routes/requests.ts';
import { sessionRoutes } from './routes/session.ts';
import { statusRoutes } from './routes/status.ts';
import { uploadRoutes } from './routes/uploads.ts';

export type App = (request: Request, bindings?: Bindings) => Promise<Response>;

/** Returns the whole contract as a function in the place of `fetch`: tests and real HTTP use the same one. */
export function createApp(context: Context): App {
  const routes = new Hono<Env>().basePath(API_BASE_PATH);
  routes.use(tellRoute);
  routes.use(limitBodies(context));
  const rooms = [
    sessionRoutes,
    mySessionRoutes,
    referenceRoutes,
    draftRoutes,
    uploadRoutes,
    requestRoutes,
    statusRoutes,
    messageRoutes,
    changeRoutes,
  ];
  for (const addRoutes of rooms) addRoutes(routes, context);
  routes.notFound(() => problem('not-found'));
  // Hono's own handler would print the error, which may contain somebody's words.
  routes.onError((error) => {
    throw error;
  });

  return async (request, bindings = {}) => {
    const answer = await tellCall(context, request, API_BASE_PATH, (told) =>
      answerOrRefuse(context, told, request, () => routes.fetch(request, { ...bindings, told })),
    );
    // No cache may keep what the server says to a citizen.
    if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'no-store');
    return request.method === 'HEAD' && answer.body ? withoutBody(answer) : answer;
  };
}

async function answerOrRefuse(
  context: Context,
  told: ToldOfCall,
  request: Request,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  if (!isFromApp(request, originOf(context, request))) return problem('not-from-app');
  if (!isPlainPath(new URL(request.url).pathname)) return problem('not-found');
  return catchRefusal(context, told.id, request, answer);
}
