import { cacheNames, clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { EMPTY_PAGE } from '../../../../shared/empty-page.ts';
import { NOT_OURS, type WorkerScope } from './worker-scope.ts';

const BASE_PATH = import.meta.env.BASE_PATH;

/** Keeps every file of this build, and answers with them, with or without a connection. */
export function keepFiles(scope: WorkerScope, files: PrecacheEntry[]): void {
  clientsClaim();
  cleanupOutdatedCaches();
  // Whatever an address asks for, its page is the same.
  precacheAndRoute(files, { ignoreURLParametersMatching: [/./] });
  registerRoute(
    new NavigationRoute(createHandlerBoundToURL(`${BASE_PATH}/${EMPTY_PAGE}`), { denylist: [NOT_OURS] }),
  );

  // What the browser can do without waking the worker. Whoever wakes one that is just giving way to a newer one has Chromium leave the newer one
  // waiting for as long as the page is open.
  scope.addEventListener('install', (event) => {
    const routes = event.addRoutes?.([
      { condition: { urlPattern: `${BASE_PATH}/api/*` }, source: 'network' },
      { condition: { urlPattern: `${BASE_PATH}/assets/*` }, source: { cacheName: cacheNames.precache } },
    ]);
    if (routes) event.waitUntil(routes);
  });
}
