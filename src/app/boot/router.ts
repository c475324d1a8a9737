import { type AnyRoute, createRouter, lazyRouteComponent, type RouterHistory } from '@tanstack/react-router';
import { prerenderedRoute } from '../../lib/prerendered-page.ts';
import type { Navigation } from '../routes/__root.tsx';
import { RouteError } from '../shell/route-error.tsx';
import type { Services } from '../shell/services.ts';
import { fetchOwnWords, holdNavigation } from './hold-navigation.ts';
import { routeTree } from './route-tree.gen.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

/**
 * Has the loader of each page that names texts wait for them too, while its own code and data come: a page that misses a text while it is drawn is
 * taken away until that text has come.
 */
function waitForWords({ options, children }: AnyRoute): void {
  const { loader, staticData } = options;
  if (staticData?.words)
    options.loader = async (page: { route: AnyRoute }) =>
      (await Promise.all([loader?.(page), fetchOwnWords(page.route)]))[0];
  for (const child of children ?? []) waitForWords(child);
}

waitForWords(routeTree);

/** Replaces what a browser window provides; tests and pages written at build time pass their own. */
interface Surroundings {
  history?: RouterHistory;
  origin?: string;
  scrollRestoration?: boolean;
}

export function createAppRouter(services: Services, surroundings: Surroundings = {}) {
  const router = createRouter({
    routeTree,
    context: {
      services,
      holdNavigation: (navigation: Navigation): Promise<void> => holdNavigation(router, navigation),
    },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    // What a loader read for an earlier visit to a page is not kept: it may be out of date, and the oldest would keep every page seen since in memory.
    defaultStaleReloadMode: 'blocking',
    defaultGcTime: 0,
    // A reader of a page that was written at build time stays at the place that they have reached.
    scrollRestoration: () => prerenderedRoute() === undefined,
    defaultNotFoundComponent: lazyRouteComponent(() => import('../shell/not-found-page.tsx'), 'NotFoundPage'),
    defaultErrorComponent: RouteError,
    ...(import.meta.env.BASE_PATH ? { basepath: import.meta.env.BASE_PATH } : {}),
    ...surroundings,
  });
  return router;
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
  interface StaticDataRouteOption {
    /** The route at which most who open this address end; the address itself shows nothing. */
    leadsTo?: keyof AppRouter['routesById'];
    /** Set where what this address shows, or where it leads, depends on who is here. */
    asksWhoIsHere?: true;
  }
}

/**
 * Sends for the code of the page in the address, before it is known whether that page may be shown. Returns whether the page depends on who is
 * here.
 */
export function sendForPage(router: AppRouter): boolean {
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname);
  for (const route of routes) {
    const { leadsTo } = route.options.staticData ?? {};
    for (const each of leadsTo ? [route, router.routesById[leadsTo]] : [route]) {
      // The router waits for the same code when it loads the page, and reports what does not come.
      router.loadRouteChunk(each)?.catch(() => undefined);
    }
  }
  return routes.some((route) => route.options.staticData?.asksWhoIsHere);
}

/** Whether the page belongs to the citizen or guest who is here. */
export function isCitizensPage(router: AppRouter): boolean {
  return router.state.matches.some((match) => match.routeId === '/_citizen');
}
