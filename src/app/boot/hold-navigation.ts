import type { AnyRoute, AnyRouter, ParsedLocation, RegisteredRouter, RouteIds } from '@tanstack/react-router';
import { fetchWords } from '../../lib/fetch-words.ts';
import { canLoadAnew } from '../../parts/can-load-anew.ts';
import { fetchWithoutReload } from '../../parts/stand-ins/preload-helper.ts';
import { useMissedPage } from '../../state/missed-page.ts';
import type { Navigation } from '../routes/__root.tsx';

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

/**
 * Holds the way to a page until its code and words have come. Where they do not come, the page that is there stays: the history goes back
 * to it, and the citizen is asked whether to try again.
 */
export async function holdNavigation(
  router: AnyRouter,
  { location, preload, abortController: { signal } }: Navigation,
): Promise<void> {
  const shown = router.state.resolvedLocation;
  // Before the first page of a visit there is no page to keep, and the start has sent for its parts.
  if (!shown) return;
  const [routes] = router.getMatchedRoutes(location.pathname);
  try {
    await fetchParts(router, routes);
  } catch (error) {
    const isGone = await isTakenAway(location);
    if (preload || signal.aborted) throw error;
    if (isGone) window.location.reload();
    else stayAt(router, shown, location);
    // Never resolves: another navigation takes over, which is the way back or a new document.
    await new Promise(() => {});
  }
  // The entry of the missed page goes when another one is added: a search by words adds one of the same address.
  if (!preload && !signal.aborted && location.state.__TSR_index !== shown.state.__TSR_index)
    useMissedPage.setState({ missed: null });
}

/** Returns whether a newer e-Clic has replaced the files of a page: the page was tried twice, and the server answers. A new document names the new files. */
async function isTakenAway({ href }: ParsedLocation): Promise<boolean> {
  return useMissedPage.getState().missed?.href === href && canLoadAnew();
}

/**
 * Where e-Clic stands below a path, the browser's address of a page (`publicHref`) is longer than the router's. The path is asked for at each
 * use, so that a build without one keeps nothing of it.
 */
function stayAt({ history }: AnyRouter, shown: ParsedLocation, missed: ParsedLocation): void {
  const entries = missed.state.__TSR_index - shown.state.__TSR_index;
  useMissedPage.setState({
    missed: {
      href: missed.href,
      tryAgain: () =>
        entries === 0
          ? history.replace(missed[import.meta.env.BASE_PATH ? 'publicHref' : 'href'], missed.state)
          : history.go(entries),
    },
  });
  if (entries === 0) history.replace(shown[import.meta.env.BASE_PATH ? 'publicHref' : 'href'], shown.state);
  else history.go(-entries);
}

/** Fetches the code and the words that routes are drawn with; fails where a part does not come. */
export async function fetchParts(router: AnyRouter, routes: readonly AnyRoute[]): Promise<void> {
  await fetchWithoutReload(() => Promise.all(routes.map((route) => fetchPartsOf(router, route))));
}

async function fetchPartsOf(router: AnyRouter, route: AnyRoute): Promise<void> {
  const { code } = route.options.staticData ?? {};
  await Promise.all([fetchPage(router, route), code?.(), fetchOwnWords(route)]);
}

/** Fetches the texts that the route itself names. */
export function fetchOwnWords(route: AnyRoute): Promise<void> {
  return fetchWords(...(route.options.staticData?.words ?? []));
}

/** The router only notes that the code of a page has not come, and throws when it draws the page. A component loses its `preload` once its code is there. */
async function fetchPage(router: AnyRouter, route: AnyRoute): Promise<void> {
  await router.loadRouteChunk(route);
  if (route.options.component?.preload) throw new Error(`No code of ${route.id}`);
}
