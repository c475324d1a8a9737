import { liveQuery } from 'dexie';
import { listMovedByDay, moveByDay } from '../../db/requests/move-by-day.ts';
import type { SessionScope } from '../session/session-scope.ts';

interface DayWatchOptions {
  scope: Pick<SessionScope, 'database' | 'subscribe'>;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  now?: () => Date;
}

/**
 * Moves the requests that a day moves to another group: those that are here, those that come, also long after their day, and whenever the page is
 * looked at again; until told to stop.
 */
export function watchDays({ scope, page, now = () => new Date() }: DayWatchOptions): () => void {
  function follow(): () => void {
    const db = scope.database();
    if (!db || page.visibilityState !== 'visible') return () => undefined;
    // What cannot be written now is when the page is looked at next.
    const move = () => void moveByDay(db, now()).catch(() => undefined);
    const moved = liveQuery(() => listMovedByDay(db, now())).subscribe({
      next: (rows) => rows.length > 0 && move(),
      error: () => undefined,
    });
    return () => moved.unsubscribe();
  }

  let stopFollowing = follow();
  const followAnew = () => {
    stopFollowing();
    stopFollowing = follow();
  };
  const stopScope = scope.subscribe(followAnew);
  page.addEventListener('visibilitychange', followAnew);
  return () => {
    stopFollowing();
    stopScope();
    page.removeEventListener('visibilitychange', followAnew);
  };
}
