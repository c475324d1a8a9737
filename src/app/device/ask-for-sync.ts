import { liveQuery } from 'dexie';
import type { DeviceDatabase } from '../../db/core/device-database.ts';
import { keepLanguageForWorker } from '../../db/core/kept-language.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { SYNC_TAG, type WithBackgroundSync } from '../../lib/wake-worker.ts';
import { usePreferences } from '../../state/preferences.ts';
import { followCurrent } from '../session/follow-current.ts';
import type { SessionScope } from '../session/session-scope.ts';

export interface AskForSyncOptions {
  scope: SessionScope;
  device: DeviceDatabase;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  registration: Promise<WithBackgroundSync>;
  /** Whether what is kept here is erased at the next start: then nothing is sent with the page closed. */
  isShared: () => boolean;
}

/**
 * Asks the browser to wake the worker when there is a connection: at the start with something waiting, at each submission, in whichever tab, and
 * when the page is left with something waiting. Until told to stop.
 */
export function askForSync({ scope, device, page, registration, isShared }: AskForSyncOptions): () => void {
  let manager: WithBackgroundSync['sync'];
  let waiting = 0;

  function ask(): void {
    if (waiting === 0 || !manager || isShared()) return;
    // Refused where the citizen has switched it off in the browser: what waits is then sent with e-Clic open.
    void manager.register(SYNC_TAG).catch(() => undefined);
    // The worker then speaks Portuguese.
    void keepLanguageForWorker(device, usePreferences.getState().language).catch(() => undefined);
  }

  void registration.then(({ sync }) => {
    manager = sync;
    ask();
  });

  const stopFollowing = followCurrent(scope, (db) => {
    waiting = 0;
    if (!isCitizen(db)) return undefined;
    const subscription = liveQuery(() => db.outbox.count()).subscribe({
      next(count) {
        const isMore = count > waiting;
        waiting = count;
        if (isMore) ask();
      },
      // That the database cannot be read is told by whoever writes to it.
      error: () => undefined,
    });
    return () => subscription.unsubscribe();
  });

  const onVisibility = () => {
    if (page.visibilityState === 'hidden') ask();
  };
  page.addEventListener('visibilitychange', onVisibility);

  return () => {
    page.removeEventListener('visibilitychange', onVisibility);
    stopFollowing();
  };
}
