import type { AnyRoute, AnyRouter } from '@tanstack/react-router';
import { savesData } from '../../lib/connection.ts';
import { idle } from '../../lib/idle.ts';
import { fetchParts } from './hold-navigation.ts';

/**
 * Fetches the parts of the page that most citizens open after the one shown, then of the page after that, and so on: one page each time the
 * browser is idle. Begins anew with each page shown. Returns the function that stops it.
 */
export function fetchAhead(router: AnyRouter): () => void {
  let isStopped = false;

  async function fetchWay(): Promise<void> {
    let route = nextOf(router, router.state.matches.at(-1)?.routeId);
    while (route) {
      await idle();
      if (isStopped) return;
      await fetchParts(router, branchOf(route));
      // Where the browser is set to save data, only the next page is fetched ahead.
      if (savesData()) return;
      route = nextOf(router, route.id);
    }
  }

  // Parts that do not come are fetched again when the citizen opens their page.
  const begin = () => void fetchWay().catch(() => undefined);
  begin();
  const stopRendered = router.subscribe('onRendered', begin);
  return () => {
    isStopped = true;
    stopRendered();
  };
}

function nextOf(router: AnyRouter, id: string | undefined): AnyRoute | undefined {
  const next = id && router.routesById[id]?.options.staticData?.next;
  return next && router.routesById[next];
}

/** Returns a route with its parents, the outermost first. */
function branchOf(route: AnyRoute): AnyRoute[] {
  return route.parentRoute ? [...branchOf(route.parentRoute), route] : [route];
}
