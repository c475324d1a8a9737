import { liveQuery } from 'dexie';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import type { DeviceDatabase } from '../../db/core/device-database.ts';
import { keepLanguageForWorker } from '../../db/core/kept-language.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { SYNC_TAG, UNSENT_TAG, type WithBackgroundSync } from '../../lib/wake-worker.ts';
import { usePreferences } from '../../state/preferences.ts';
import { followCurrent } from '../session/follow-current.ts';

export interface AskForSyncOptions {
  current: CurrentDatabase;
  device: DeviceDatabase;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  registration: Promise<WithBackgroundSync & Partial<Pick<ServiceWorkerRegistration, 'getNotifications'>>>;
  /** Whether the device is shared: what it keeps is erased at the next start, so nothing is sent with the page closed. */
  isShared: () => boolean;
}

/**
 * Asks the browser to wake the worker when there is a connection: at the start and when the page is left, if something waits, and at each
 * submission in any tab. Returns the function that stops it.
 */
export function askForSync({ current, device, page, registration, isShared }: AskForSyncOptions): () => void {
  let manager: WithBackgroundSync['sync'];
  let waiting = 0;

  function ask(): void {
    if (waiting === 0 || !manager || isShared()) return;
    // The browser refuses if the citizen has switched this off in it: what waits is then sent with e-Clic open.
    void manager.register(SYNC_TAG).catch(() => undefined);
    // Where the language cannot be kept, the worker speaks Portuguese.
    void keepLanguageForWorker(device, usePreferences.getState().language).catch(() => undefined);
  }

  /** Closes what the worker has told of something unsent, where nothing is and somebody looks at a page, which tells how it stands. */
  async function takeNoticeBack(): Promise<void> {
    if (waiting > 0 || page.visibilityState !== 'visible') return;
    const found = await registration
      .then((worker) => worker.getNotifications?.({ tag: UNSENT_TAG }))
      .catch(() => []);
    for (const outdated of found ?? []) outdated.close();
  }

  registration.then(
    ({ sync }) => {
      manager = sync;
      ask();
    },
    () => undefined,
  );

  const stopFollowing = followCurrent(current, (db) => {
    waiting = 0;
    if (!isCitizen(db)) return undefined;
    // What waits for a sign-in is sent by no worker.
    const count = () => db.outbox.filter(({ waitReason }) => waitReason !== 'signedOut').count();
    const subscription = liveQuery(count).subscribe({
      next(found) {
        const isMore = found > waiting;
        waiting = found;
        if (isMore) ask();
        void takeNoticeBack();
      },
      // The next write reports that the database cannot be read.
      error: () => undefined,
    });
    return () => subscription.unsubscribe();
  });

  const onVisibility = () => {
    if (page.visibilityState === 'hidden') ask();
    else void takeNoticeBack();
  };
  page.addEventListener('visibilitychange', onVisibility);

  return () => {
    page.removeEventListener('visibilitychange', onVisibility);
    stopFollowing();
  };
}
