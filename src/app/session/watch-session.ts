import { liveQuery } from 'dexie';
import { type DeviceDatabase, readOccupants } from '../../db/core/device-database.ts';
import { isSessionOver } from '../../db/core/metadata.ts';
import { tellSession, useSession } from '../../state/session.ts';
import { followCurrent } from './follow-current.ts';
import type { SessionControl } from './session-control.ts';
import type { SessionScope } from './session-scope.ts';

/** Follows what other tabs and sync say about who is signed in. Returns the function that stops it. */
export function watchSession(
  session: SessionControl,
  scope: SessionScope,
  device: DeviceDatabase,
): () => void {
  const currentCitizen = liveQuery(() => readOccupants(device)).subscribe(() => {
    void session.followDevice();
  });

  const stopFollowing = followCurrent(scope, (db) => {
    if (!db) return undefined;
    const facts = liveQuery(() => isSessionOver(db)).subscribe(async (isOver) => {
      if (!isOver || useSession.getState().status === 'ended') return;
      // Sync only learns that it may not go on; the server's session says whether it has ended or is somebody else's.
      await session.reconcile();
      // Without that answer the citizen must be able to sign in all the same.
      if (scope.database() === db && (await isSessionOver(db).catch(() => false)))
        tellSession({ type: 'signedOut' });
    });
    return () => facts.unsubscribe();
  });

  return () => {
    currentCitizen.unsubscribe();
    stopFollowing();
  };
}
