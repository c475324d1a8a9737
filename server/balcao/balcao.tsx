/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { SOON_S } from '../../contract/problem.ts';
import type { App } from '../app.ts';
import { type Env, originOf } from '../caller.ts';
import type { Context } from '../context.ts';
import { tellCall, tellRoute } from '../operations/tell-call.ts';
import { Outage } from '../outage.ts';
import { actRoutes } from './act-routes.tsx';
import { BugPage, html, NotFoundPage, RefusedPage } from './answers.tsx';
import { assetRoutes } from './assets.ts';
import { codeRoutes } from './code-routes.tsx';
import { complaintRoutes } from './complaint-routes.tsx';
import { figuresRoutes } from './figures-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { noticeRoutes } from './notice-routes.tsx';
import { passwordRoutes } from './password-routes.tsx';
import { recordRoutes } from './record-routes.tsx';
import { repliesRoutes } from './replies-routes.tsx';
import { requestRoutes } from './request-routes.tsx';
import { searchRoutes } from './search-routes.tsx';
import { servicesRoutes } from './services-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { viewRoutes } from './view-routes.ts';
import { workRoutes } from './work-routes.tsx';

export const BALCAO_PATH = '/balcao';

const SOON = { 'Retry-After': String(SOON_S) };

/** The referrer policy is not `no-referrer`: under it a browser posts a form with the origin `null`, and posts from elsewhere could not be told apart. */
const HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'",
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  ].join('; '),
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/** Creates Balcão, where a small institution reads and answers requests: whole pages made on the server, for people who sign in as clerks. */
export function createBalcao(context: Context): App {
  const routes = new Hono<Env>({ strict: false }).basePath(BALCAO_PATH);
  routes.use(tellRoute);
  routes.use(async (call, next) => {
    const isRefused = isPosted(call.req.raw) && !isFromHere(context, call.req.raw);
    return isRefused ? html(<RefusedPage />, 403) : next();
  });
  assetRoutes(routes);
  for (const addRoutes of [
    signInRoutes,
    codeRoutes,
    passwordRoutes,
    listRoutes,
    complaintRoutes,
    requestRoutes,
    actRoutes,
    viewRoutes,
    workRoutes,
    servicesRoutes,
    searchRoutes,
    repliesRoutes,
    recordRoutes,
    figuresRoutes,
    noticeRoutes,
  ])
    addRoutes(routes, context);
  routes.notFound(() => html(<NotFoundPage clerk={null} />, 404));
  routes.onError((error, call) => {
    if (!call.req.raw.signal.aborted) context.onBug(error, call.env.told.id);
    const page = <BugPage isPosted={isPosted(call.req.raw)} />;
    return error instanceof Outage ? html(page, 503, SOON) : html(page, 500);
  });
  return async (request, bindings = {}) => {
    const answer = await tellCall(context, request, BALCAO_PATH, async (told) =>
      Promise.resolve(routes.fetch(request, { ...bindings, told })).catch((thrown) =>
        asAnswer(thrown, request),
      ),
    );
    for (const [name, value] of Object.entries(HEADERS))
      if (!answer.headers.has(name)) answer.headers.set(name, value);
    return answer;
  };
}

/**
 * Whether a form comes from a page of Balcão. Other sites post without the clerk's cookie, but the form of the sign-in needs none. Over plain HTTP
 * browsers say where a post comes from by `Origin` alone. Only `Sec-Fetch-Site` says so where a proxy sets `no-referrer`, or where the server does not
 * know its own address.
 */
function isFromHere(context: Context, request: Request): boolean {
  const { headers } = request;
  return (
    headers.get('Origin') === originOf(context, request) || headers.get('Sec-Fetch-Site') === 'same-origin'
  );
}

/**
 * Turns what a handler throws into the answer: a redirect to the sign-in, or a page that says that nothing is there. The problem for too many calls,
 * which programs get as JSON, becomes a page here.
 */
function asAnswer(thrown: unknown, request: Request): Response {
  if (!(thrown instanceof Response)) throw thrown;
  return isTooMuch(thrown) ? html(<BugPage isPosted={isPosted(request)} />, thrown.status, SOON) : thrown;
}

function isPosted({ method }: Request): boolean {
  return method === 'POST';
}

function isTooMuch({ status, headers }: Response): boolean {
  return status === 429 && headers.get('Content-Type') === 'application/problem+json';
}
