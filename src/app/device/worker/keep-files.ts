import { folderOfBuild } from '../../../../shared/file-list.ts';
import { appCacheOf, type FilesSurroundings } from '../../../db/storage/kept-files.ts';
import { systemClock } from '../../../lib/clock.ts';
import { SOURCE_LANGUAGE } from '../../../state/kept-preferences.ts';
import { answerFromFiles } from './answer-from-files.ts';
import { forgetOtherBuilds, keepBuild } from './keep-build.ts';
import { NOT_OURS, type WorkerScope } from './worker-scope.ts';

const BASE_PATH = import.meta.env.BASE_PATH;

const OF_THE_BROWSER = (): Required<FilesSurroundings> => ({
  buildId: import.meta.env.BUILD_ID,
  caches: globalThis.caches,
  fetch: (asked, options) => globalThis.fetch(asked, options),
  clock: systemClock,
});

/** Keeps what this build needs, and answers requests with it, with or without a connection. */
export function keepFiles(scope: WorkerScope, surroundings = OF_THE_BROWSER()): void {
  const { buildId, caches } = surroundings;

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
    event.waitUntil(Promise.all([forgetOtherBuilds(caches, buildId), scope.clients.claim()]));
  });

  scope.addEventListener('fetch', (event) => {
    const { method, url } = event.request;
    const { origin, pathname } = new URL(url);
    const isOurs = origin === scope.location.origin && pathname.startsWith(`${BASE_PATH}/`);
    if (method !== 'GET' || !isOurs || NOT_OURS.test(pathname)) return;
    event.respondWith(answerFromFiles(event, pathname.slice(BASE_PATH.length + 1), surroundings));
  });
}
