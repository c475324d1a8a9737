import { isCitizen, isGuest } from '../../db/core/citizen-database.ts';
import { dismissNotice } from '../../state/notices.ts';
import { hush } from '../../ui/live-region.tsx';
import type { CitizenHome } from '../session/citizen-home.ts';
import type { AppRouter } from './router.ts';

/** When another citizen, or nobody, becomes current, no page of the one before stays on the screen, and no notice. */
export function followCitizen(router: AppRouter, home: CitizenHome): () => void {
  let before = home.database();
  return home.subscribe(() => {
    const wasGuest = isGuest(before);
    before = home.database();
    dismissNotice();
    hush();
    router.clearCache();
    const isCitizensPage = router.state.matches.some((match) => match.routeId === '/_citizen');
    if (!isCitizensPage) return;
    // The guest's drafts have the same addresses once they are the citizen's.
    if (wasGuest && isCitizen(before)) void router.invalidate();
    else void router.navigate({ to: isCitizen(before) ? '/pedidos' : '/entrar', replace: true });
  });
}
