import type { AnyRoute, AnyRouter } from '@tanstack/react-router';
import { savesData } from '../../lib/connection.ts';
import { fetchParts } from './fetch-parts.ts';

/** For browsers that do not say when they are idle: after the page is painted and its first effects have run. */
const IDLE_AFTER_MS = 500;

const idle = () =>
  new Promise<unknown>((resolve) =>
    'requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, IDLE_AFTER_MS),
  );

/** Fetches what each page shown leads to, and what that leads to, one page after the other whenever the browser is idle; until told to stop. */
export function fetchAhead(router: AnyRouter): () => void {
  let isStopped = false;

  async function fetchWay(): Promise<void> {
    let route = nextOf(router, router.state.matches.at(-1)?.routeId);
    while (route) {
      await idle();
      if (isStopped) return;
      await fetchParts(router, branchOf(route));
      // Whoever counts the bytes gets what comes next, and no more.
      if (savesData()) return;
      route = nextOf(router, route.id);
    }
  }

  // What does not come now is asked for again with its page.
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

/** A page with those that it stands in. */
function branchOf(route: AnyRoute): AnyRoute[] {
  return route.parentRoute ? [...branchOf(route.parentRoute), route] : [route];
}
