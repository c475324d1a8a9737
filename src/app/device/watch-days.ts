import { liveQuery } from 'dexie';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import { listMovedByDay, moveByDay } from '../../db/requests/move-by-day.ts';

interface DayWatchOptions {
  current: CurrentDatabase;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  now?: () => Date;
}

/**
 * Moves requests to another group when their day comes: those on this device, those that arrive, even long after their day, and again whenever
 * the page is looked at. Returns the function that stops it.
 */
export function watchDays({ current, page, now = () => new Date() }: DayWatchOptions): () => void {
  function follow(): () => void {
    const db = current.database();
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
  const stopCurrent = current.subscribe(followAnew);
  page.addEventListener('visibilitychange', followAnew);
  return () => {
    stopFollowing();
    stopCurrent();
    page.removeEventListener('visibilitychange', followAnew);
  };
}
