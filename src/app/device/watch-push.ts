import type { ApiClient } from '../../api/client.ts';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { endPushHere, renewPush } from '../../features/session/push/change-push.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useSession } from '../../state/session.ts';

interface PushWatchOptions {
  current: CurrentDatabase;
  api: ApiClient;
}

/**
 * Tells the server how to reach this browser by push: at each start, after each sign-in and at a change of language. When no citizen is here,
 * or one who shares the device, ends the subscription in the browser too. Returns the function that stops it.
 */
export function watchPush({ current, api }: PushWatchOptions): () => void {
  async function look(): Promise<void> {
    const db = current.database();
    const { isShared, isSignedIn } = useSession.getState();
    if (!isCitizen(db) || isShared) {
      // The page may have closed just as a citizen left.
      closeNotifications();
      return endPushHere();
    }
    // A session that has run out leaves the subscription as it is: the server still sends news to this device.
    if (!isSignedIn) return;
    // Without a connection, the next start tells the server.
    return renewPush({ api, db, language: usePreferences.getState().language });
  }

  const follow = () => void look().catch(() => undefined);
  follow();
  const stops = [
    current.subscribe((_, before) => {
      if (isCitizen(before)) closeNotifications();
      follow();
    }),
    useSession.subscribe((now, before) => {
      const hasSignedIn = now.isSignedIn && !before.isSignedIn;
      const sharesNow = now.isShared && !before.isShared;
      if (hasSignedIn || sharesNow) follow();
    }),
    usePreferences.subscribe((now, before) => {
      if (now.language !== before.language) follow();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Closes what the worker has shown: to whoever comes next it would say a reference, and lead to a request, of the citizen before. */
function closeNotifications(): void {
  const close = async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    for (const shown of (await registration?.getNotifications()) ?? []) shown.close();
  };
  void close().catch(() => undefined);
}
