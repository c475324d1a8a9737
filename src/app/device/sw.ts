import { cacheNames, clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { EMPTY_PAGE } from '../../../shared/empty-page.ts';

interface Rule {
  condition: { urlPattern: string };
  source: 'network' | { cacheName: string };
}

/** The part of a worker's scope that is used here: TypeScript's library of pages has none of it. */
interface WorkerScope {
  /** What there is to keep: the build writes it here. */
  __WB_MANIFEST: PrecacheEntry[];
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'install', listener: (event: InstallEvent) => void): void;
}

interface InstallEvent {
  waitUntil(work: Promise<void>): void;
  /** Chromium's, from 123. */
  addRoutes?(rules: Rule[]): Promise<void>;
}

declare const self: WorkerScope;

// The service worker: it keeps every file of this build and answers with them, with or without a connection.

const BASE_PATH = import.meta.env.BASE_PATH;
const NOT_OURS = new RegExp(`^${BASE_PATH}/(api/|(balcao|demo)(/|$))`);

clientsClaim();
cleanupOutdatedCaches();
// Whatever an address asks for, its page is the same.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });
registerRoute(
  new NavigationRoute(createHandlerBoundToURL(`${BASE_PATH}/${EMPTY_PAGE}`), { denylist: [NOT_OURS] }),
);

// What the browser can do without waking the worker. Whoever wakes one that is just giving way to a newer one has Chromium leave the newer one
// waiting for as long as the page is open.
self.addEventListener('install', (event) => {
  const routes = event.addRoutes?.([
    { condition: { urlPattern: `${BASE_PATH}/api/*` }, source: 'network' },
    { condition: { urlPattern: `${BASE_PATH}/assets/*` }, source: { cacheName: cacheNames.precache } },
  ]);
  if (routes) event.waitUntil(routes);
});

// A newer one waits until the citizen says so.
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
