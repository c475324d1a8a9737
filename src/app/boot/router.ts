import {
  createRouter,
  lazyRouteComponent,
  type ParsedLocation,
  type RouterHistory,
} from '@tanstack/react-router';
import { prerenderedRoute } from '../../lib/prerendered-page.ts';
import { RouteError } from '../shell/route-error.tsx';
import type { Services } from '../shell/services.ts';
import { holdNavigation } from './hold-navigation.ts';
import { routeTree } from './route-tree.gen.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

/** What is not as in a browser's window, which has it by itself. */
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
      holdNavigation: (next: ParsedLocation, isPreload: boolean): Promise<void> =>
        holdNavigation(router, next, isPreload),
    },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    // What a loader read for an earlier visit may be out of date, and is not kept: the oldest of it would keep every page seen since in memory.
    defaultStaleReloadMode: 'blocking',
    defaultGcTime: 0,
    // Whoever has begun to read a page that was there before the app stays where they are.
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
    /** The route that this address, which shows nothing itself, ends at for most who open it. */
    leadsTo?: keyof AppRouter['routesById'];
    /** What this address shows, or where it leads, depends on who is here. */
    asksWhoIsHere?: true;
  }
}

/**
 * Sends for the code of the page in the address, while it is still to be found out whether that page may be shown. Returns whether that depends
 * on who is here.
 */
export function fetchPage(router: AppRouter): boolean {
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname);
  for (const route of routes) {
    const { leadsTo } = route.options.staticData ?? {};
    for (const each of leadsTo ? [route, router.routesById[leadsTo]] : [route]) {
      // Whoever shows the page waits for it too, and says when it does not come.
      router.loadRouteChunk(each)?.catch(() => undefined);
    }
  }
  return routes.some((route) => route.options.staticData?.asksWhoIsHere);
}
