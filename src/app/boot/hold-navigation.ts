import type { AnyRouter, ParsedLocation } from '@tanstack/react-router';
import { canLoadAnew } from '../../parts/can-load-anew.ts';
import { useMissedPage } from '../../state/missed-page.ts';
import { fetchParts } from './fetch-parts.ts';

/**
 * Holds the way to a page until its code and words have come. Where they do not come, the page that is there stays: the history goes back
 * to it, and the citizen is asked whether to try again.
 */
export async function holdNavigation(
  router: AnyRouter,
  location: ParsedLocation,
  isPreload: boolean,
): Promise<void> {
  const shown = router.state.resolvedLocation;
  // Before the first page of a visit there is no page to keep, and the start has sent for its parts.
  if (!shown) return;
  const [routes] = router.getMatchedRoutes(location.pathname);
  try {
    await fetchParts(router, routes);
  } catch (error) {
    if (isPreload) throw error;
    if (await isTakenAway(location)) window.location.reload();
    else stayAt(router, shown, location);
    // Never resolves: another navigation takes over, which is the way back or a new document.
    await new Promise(() => {});
  }
  if (!isPreload && location.href !== shown.href) useMissedPage.setState({ missed: null });
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
