import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import { isCitizen, isGuest } from '../../db/core/occupant.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { dismissNotice } from '../../state/notices.ts';
import { hush } from '../../ui/live-region.tsx';
import type { AppRouter } from './router.ts';

/** When another citizen, or nobody, becomes current, no page of the one before stays on the screen, and no notice. */
export function followCitizen(router: AppRouter, current: Pick<CurrentDatabase, 'subscribe'>): () => void {
  return current.subscribe((db, before) => {
    dismissNotice();
    hush();
    router.clearCache();
    const isCitizensPage = router.state.matches.some((match) => match.routeId === '/_citizen');
    if (!isCitizensPage) return;
    const leave = () =>
      router.navigate({ to: ADDRESSES[isCitizen(db) ? 'requests' : 'signIn'], replace: true });
    // A guest's draft has the same address once it is the citizen's.
    if (isGuest(before) && isCitizen(db))
      void hasDraft(router, db).then((isTheirs) => (isTheirs ? router.invalidate() : leave()), leave);
    else void leave();
  });
}

async function hasDraft(router: AppRouter, db: CitizenDatabase): Promise<boolean> {
  const { params } = router.state.matches.at(-1) ?? {};
  return params !== undefined && 'draftId' in params && (await db.drafts.get(params.draftId)) !== undefined;
}
