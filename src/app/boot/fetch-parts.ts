import type { AnyRoute, AnyRouter, RegisteredRouter, RouteIds } from '@tanstack/react-router';
import { fetchWithoutReload } from '../../parts/stand-ins/preload-helper.ts';
import { fetchOwnWords } from '../shell/fetch-words.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The namespaces of texts that the page is drawn with. */
    words?: readonly string[];
    /** Fetches further code that the page needs, and prepares what would take long while the page is drawn. */
    code?: () => Promise<unknown>;
    /** The page that most citizens open after this one. */
    next?: RouteIds<RegisteredRouter['routeTree']>;
  }
}

/** Fetches the code and the words that routes are drawn with; fails where a part does not come. */
export async function fetchParts(router: AnyRouter, routes: readonly AnyRoute[]): Promise<void> {
  await fetchWithoutReload(() => Promise.all(routes.map((route) => fetchPartsOf(router, route))));
}

async function fetchPartsOf(router: AnyRouter, route: AnyRoute): Promise<void> {
  const { code } = route.options.staticData ?? {};
  await Promise.all([fetchPage(router, route), code?.(), fetchOwnWords({ route })]);
}

/** The router only notes that the code of a page has not come, and throws when it draws the page. A component loses its `preload` once its code is there. */
async function fetchPage(router: AnyRouter, route: AnyRoute): Promise<void> {
  await router.loadRouteChunk(route);
  if (route.options.component?.preload) throw new Error(`No code of ${route.id}`);
}
