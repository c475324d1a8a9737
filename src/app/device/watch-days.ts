import { liveQuery } from 'dexie';
import { listMovedByDay, moveByDay } from '../../db/requests/move-by-day.ts';
import type { SessionScope } from '../session/session-scope.ts';

interface DayWatchOptions {
  scope: Pick<SessionScope, 'database' | 'subscribe'>;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  now?: () => Date;
}

/**
 * Moves requests to another group when their day comes: those on this device, those that arrive, even long after their day, and again whenever
 * the page is looked at. Returns the function that stops it.
 */
export function watchDays({ scope, page, now = () => new Date() }: DayWatchOptions): () => void {
  function follow(): () => void {
    const db = scope.database();
    if (!db || page.visibilityState !== 'visible') return () => undefined;
    // What cannot be written now is written when the page is looked at next.
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
