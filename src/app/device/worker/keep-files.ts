import { EMPTY_PAGE } from '../../../../shared/empty-page.ts';
import { APP_PART, type FileList, folderOfBuild } from '../../../../shared/file-list.ts';
import {
  appCacheOf,
  type FilesSurroundings,
  findIn,
  isOfBuild,
  moreCacheOf,
  readFileList,
  urlOf,
} from '../../../db/storage/kept-files.ts';
import { findLiveCache, openLiveCache } from '../../../db/storage/live-cache.ts';
import { systemClock } from '../../../lib/clock.ts';
import { SOURCE_LANGUAGE } from '../../../state/kept-preferences.ts';
import { keepBuild, replaceOtherBuilds } from './keep-build.ts';
import { type FetchEvent, isFile, isOurs, type WorkerScope } from './worker-scope.ts';

const BASE_PATH = import.meta.env.BASE_PATH;

const OF_THE_BROWSER = (): Required<FilesSurroundings> => ({
  buildId: import.meta.env.BUILD_ID,
  caches: globalThis.caches,
  fetch: (asked, options) => globalThis.fetch(asked, options),
  clock: systemClock,
});

/** Keeps what this build needs, and answers requests with it, with or without a connection. */
export function keepFiles(scope: WorkerScope, surroundings = OF_THE_BROWSER()): void {
  const { buildId } = surroundings;

  scope.addEventListener('install', (event) => {
    event.waitUntil(keepBuild(surroundings));
    // The browser serves these addresses without waking the worker. A request that wakes a worker just giving way to a newer one makes Chromium leave
    // the newer one waiting for as long as the page is open.
    const folder = `${BASE_PATH}/${folderOfBuild(buildId)}`;
    const routes = event.addRoutes?.([
      { condition: { urlPattern: `${BASE_PATH}/api/*` }, source: 'network' },
      ...[`${folder}/:file`, `${folder}/texts/${SOURCE_LANGUAGE}/*`].map((urlPattern) => ({
        condition: { urlPattern },
        source: { cacheName: appCacheOf(buildId) },
      })),
    ]);
    if (routes) event.waitUntil(routes);
  });

  scope.addEventListener('activate', (event) => {
    event.waitUntil(Promise.all([replaceOtherBuilds(surroundings), scope.clients.claim()]));
  });

  scope.addEventListener('fetch', (event) => {
    const { method, url } = event.request;
    const { origin, pathname } = new URL(url);
    if (method !== 'GET' || origin !== scope.location.origin || !isOurs(pathname)) return;
    event.respondWith(answerFromFiles(event, pathname.slice(BASE_PATH.length + 1), surroundings));
  });
}

/**
 * Answers what a page asks for: with the kept file, whatever follows its name in the address; for any other page of the app, with the empty
 * page; else with what the server says. A page is answered from the part `app` alone, which is never silent.
 */
export async function answerFromFiles(
  event: Pick<FetchEvent, 'request' | 'waitUntil'>,
  path: string,
  surroundings: Required<FilesSurroundings>,
): Promise<Response> {
  const { request } = event;
  // Some browsers' caches fail for a while. The server then answers, as it does where nothing is kept.
  const kept = await findKept(request.mode, path, surroundings).catch(() => undefined);
  if (kept) return answerRange(kept, request.headers.get('range'));
  const response = await surroundings.fetch(request);
  // What cannot be kept is fetched again the next time.
  if (response.status === 200)
    event.waitUntil(keepIfListed(path, response.clone(), surroundings).catch(() => undefined));
  return response;
}

async function findKept(
  mode: RequestMode,
  path: string,
  { buildId, caches, clock }: Required<FilesSurroundings>,
): Promise<Response | undefined> {
  const app = await caches.open(appCacheOf(buildId));
  const pageOf = path === '' || path.endsWith('/') ? `${path}index.html` : `${path}.html`;
  const found = (await findIn(app, path)) ?? (await findIn(app, pageOf));
  if (found) return found;
  if (mode === 'navigate' && !isFile(path)) return findIn(app, EMPTY_PAGE);
  const more = await findLiveCache(caches, moreCacheOf(buildId), clock);
  return more && findIn(more, path);
}

/** Keeps a file that was asked for, so that it is there the next time, also without a connection. */
async function keepIfListed(
  path: string,
  response: Response,
  { buildId, caches, clock }: Required<FilesSurroundings>,
): Promise<void> {
  const list: FileList = (await readFileList(await caches.open(appCacheOf(buildId)), buildId)) ?? {};
  const beyondApp = Object.entries(list).flatMap(([part, listed]) => (part === APP_PART ? [] : listed));
  const file = beyondApp.find(([each]) => each === path);
  if (!file || !(await isOfBuild(response.clone(), file, buildId))) return;
  const more = await openLiveCache(caches, moreCacheOf(buildId), clock);
  await more.put(urlOf(path), response);
}

/** Returns the piece that was asked for. Films are asked for piece by piece, and some browsers show none that comes whole. */
async function answerRange(kept: Response, range: string | null): Promise<Response> {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined) return kept;
  const whole = await kept.blob();
  const first = Number(from);
  const last = Math.min(to ? Number(to) : Number.POSITIVE_INFINITY, whole.size - 1);
  const headers = new Headers(kept.headers);
  headers.set('content-range', `bytes ${first}-${last}/${whole.size}`);
  headers.set('content-length', `${last - first + 1}`);
  return new Response(whole.slice(first, last + 1, whole.type), { status: 206, headers });
}
