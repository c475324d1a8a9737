import { isCitizen, isGuest } from '../../db/core/citizen-database.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { dismissNotice } from '../../state/notices.ts';
import { hush } from '../../ui/live-region.tsx';
import type { SessionScope } from '../session/session-scope.ts';
import type { AppRouter } from './router.ts';

/** When another citizen, or nobody, becomes current, no page of the one before stays on the screen, and no notice. */
export function followCitizen(router: AppRouter, scope: SessionScope): () => void {
  let before = scope.database();
  return scope.subscribe(() => {
    const wasGuest = isGuest(before);
    before = scope.database();
    dismissNotice();
    hush();
    router.clearCache();
    const isCitizensPage = router.state.matches.some((match) => match.routeId === '/_citizen');
    if (!isCitizensPage) return;
    // The guest's drafts have the same addresses once they are the citizen's.
    if (wasGuest && isCitizen(before)) void router.invalidate();
    else void router.navigate({ to: ADDRESSES[isCitizen(before) ? 'requests' : 'signIn'], replace: true });
  });
}
