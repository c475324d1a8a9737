import { liveQuery } from 'dexie';
import { type DeviceDatabase, readCurrentCitizen } from '../../db/core/device-database.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import { useSession } from '../../state/session.ts';
import type { SessionControl } from './session-control.ts';
import type { SessionScope } from './session-scope.ts';

/** Follows what other tabs and sync say about who is signed in, until told to stop. */
export function watchSession(
  session: SessionControl,
  scope: SessionScope,
  device: DeviceDatabase,
): () => void {
  const currentCitizen = liveQuery(() => readCurrentCitizen(device)).subscribe(() => {
    void session.followDevice();
  });

  let facts = watchFacts();
  const stopScope = scope.subscribe(() => {
    facts?.unsubscribe();
    facts = watchFacts();
  });

  function watchFacts() {
    const db = scope.database();
    if (!db) return undefined;
    return liveQuery(() => readSyncState(db)).subscribe(({ connection }) => {
      // Sync only learns that it may not go on; the session says whether it has ended or is somebody else's.
      if (connection === 'signedOut' && useSession.getState().status !== 'ended') void session.reconcile();
    });
  }

  return () => {
    currentCitizen.unsubscribe();
    facts?.unsubscribe();
    stopScope();
  };
}
