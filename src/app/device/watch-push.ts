import type { ApiClient } from '../../api/client.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { endPushHere, renewPush } from '../../features/session/push/change-push.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useSession } from '../../state/session.ts';
import type { SessionScope } from '../session/session-scope.ts';

interface PushWatchOptions {
  scope: SessionScope;
  api: ApiClient;
}

/**
 * Tells the server anew how this browser is told, at each start, after each sign-in and in another language; until told to stop. What is left of
 * somebody who is here no more is ended in the browser too.
 */
export function watchPush({ scope, api }: PushWatchOptions): () => void {
  async function follow(): Promise<void> {
    const db = scope.database();
    if (!isCitizen(db)) return endPushHere();
    // Where their time is over, the device is told still.
    if (!useSession.getState().isSignedIn) return;
    // Without a connection the next start tells it.
    await renewPush({ api, db, language: usePreferences.getState().language }).catch(() => undefined);
  }

  void follow();
  const stops = [
    scope.subscribe(() => void follow()),
    useSession.subscribe((now, before) => {
      if (now.isSignedIn && !before.isSignedIn) void follow();
    }),
    usePreferences.subscribe((now, before) => {
      if (now.language !== before.language) void follow();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
