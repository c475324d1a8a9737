import type { AnyRouter, ParsedLocation } from '@tanstack/react-router';
import { serverAnswers } from '../../lib/server-answers.ts';
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
  // Before a visit's first page there is none to keep, and its parts have been sent for at the start.
  if (!shown) return;
  const [routes] = router.getMatchedRoutes(location.pathname);
  try {
    await fetchParts(router, routes);
  } catch (error) {
    if (isPreload) throw error;
    if (await isTakenAway(location)) window.location.reload();
    else stayAt(router, shown, location);
    // What comes next gives this wait up: the way back, or another document.
    await new Promise(() => {});
  }
  if (!isPreload && location.href !== shown.href) useMissedPage.setState({ missed: null });
}

/** Tried twice, and the server answers: a newer e-Clic has put other files in the place of these, and its document names them. */
async function isTakenAway({ href }: ParsedLocation): Promise<boolean> {
  if (useMissedPage.getState().missed?.href !== href) return false;
  return serverAnswers();
}

/** The browser's address of a page is longer than the router's where e-Clic stands below a path. Asked where it is used, so that nothing of it is left elsewhere. */
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
