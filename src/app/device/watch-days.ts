import { endAskingDays } from '../../db/requests/asking-days.ts';
import { raiseReminders } from '../../db/requests/reminders.ts';
import type { SessionScope } from '../session/session-scope.ts';

interface DayWatchOptions {
  scope: Pick<SessionScope, 'database' | 'subscribe'>;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  now?: () => Date;
}

/** Moves the requests that a new day moves to another group, at the start and whenever the page is looked at again; until told to stop. */
export function watchDays({ scope, page, now = () => new Date() }: DayWatchOptions): () => void {
  async function move(): Promise<void> {
    const db = scope.database();
    if (!db || page.visibilityState !== 'visible') return;
    await raiseReminders(db, now());
    await endAskingDays(db, now());
  }

  // What cannot be written now is when the page is looked at next.
  const moveOn = () => void move().catch(() => undefined);

  const stopScope = scope.subscribe(moveOn);
  page.addEventListener('visibilitychange', moveOn);
  moveOn();
  return () => {
    stopScope();
    page.removeEventListener('visibilitychange', moveOn);
  };
}
