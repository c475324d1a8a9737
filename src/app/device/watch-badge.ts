import { liveQuery } from 'dexie';
import { type BadgeKeeper, showBadge } from '../../db/requests/badge.ts';
import { useSession } from '../../state/session.ts';
import type { SessionScope } from '../session/session-scope.ts';

interface BadgeWatchOptions {
  scope: Pick<SessionScope, 'database' | 'subscribe'>;
  keeper?: BadgeKeeper;
}

/** Keeps the number beside the icon of the installed app true; on a shared device, which others look at, there is none. Until told to stop. */
export function watchBadge({ scope, keeper = navigator }: BadgeWatchOptions): () => void {
  function follow(): () => void {
    const isShared = useSession.getState().citizen?.shared ?? false;
    const db = isShared ? null : scope.database();
    // The number is in the list too, where the browser shows none.
    const shown = liveQuery(() => showBadge(db, keeper)).subscribe({ error: () => undefined });
    return () => shown.unsubscribe();
  }

  let stopFollowing = follow();
  const stopScope = scope.subscribe(() => {
    stopFollowing();
    stopFollowing = follow();
  });
  return () => {
    stopFollowing();
    stopScope();
  };
}
