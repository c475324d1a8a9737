import { CitizenDatabase } from '../db/citizen-database.ts';
import type { CurrentCitizen } from '../db/device-database.ts';
import { purgeDeleted } from '../db/purge-deleted.ts';
import type { SyncHandle } from '../sync/start-sync.ts';

export interface CitizenHome {
  /** The database of whoever is current on this device. */
  database(): CitizenDatabase | null;
  /** Called whenever another citizen, or nobody, has become current. */
  subscribe(listener: () => void): () => void;
  /** Opens this citizen's database and its sync in place of the one before. Does nothing when it is open already. */
  become(citizen: CurrentCitizen | null): Promise<void>;
}

/** One open database and one running sync at a time. */
export function createCitizenHome(
  beginSync: (db: CitizenDatabase) => Promise<SyncHandle>,
  now: () => Date,
): CitizenHome {
  const listeners = new Set<() => void>();
  let current: CitizenDatabase | null = null;
  let sync: Promise<SyncHandle> | null = null;

  return {
    database: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async become(citizen) {
      if (citizen?.id === current?.citizenId) return;
      // A sync whose code could not be fetched has nothing to stop.
      await sync?.then((running) => running.stop()).catch(() => undefined);
      sync = null;
      // The one before stays open: an editor that is just leaving the screen still saves its last words into it.
      const next = citizen ? new CitizenDatabase(citizen.id) : null;
      if (next) await purgeDeleted(next, now());
      current = next;
      for (const listener of listeners) listener();
      if (next) sync = beginSync(next);
    },
  };
}
