import { raiseReminders } from '../../db/requests/reminders.ts';
import type { SessionScope } from '../session/session-scope.ts';

interface ReminderWatchOptions {
  scope: Pick<SessionScope, 'database' | 'subscribe'>;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  now?: () => Date;
}

/** Has the requests whose reminder is due need the citizen, at the start and whenever the page is looked at again; until told to stop. */
export function watchReminders({ scope, page, now = () => new Date() }: ReminderWatchOptions): () => void {
  function raise(): void {
    const db = scope.database();
    // What cannot be written now is when the page is looked at next.
    if (db && page.visibilityState === 'visible') void raiseReminders(db, now()).catch(() => undefined);
  }

  const stopScope = scope.subscribe(raise);
  page.addEventListener('visibilitychange', raise);
  raise();
  return () => {
    stopScope();
    page.removeEventListener('visibilitychange', raise);
  };
}
