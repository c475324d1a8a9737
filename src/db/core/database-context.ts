import { createContext, useContext } from 'react';
import { create } from 'zustand';
import type { CitizenDatabase } from './citizen-database.ts';

/** Gives access to the database from which the screen is read. */
export interface CurrentDatabase {
  /** Returns the database of the current citizen or guest; null where nobody is here. */
  database(): CitizenDatabase | null;
  /** Calls the listener whenever another citizen, or nobody, becomes current. */
  subscribe(listener: (next: CitizenDatabase | null, before: CitizenDatabase | null) => void): () => void;
}

/** Makes a holder of the current database. It needs no session, so that pages can be drawn before the app knows who is here. */
export function createCurrentDatabase() {
  const { getState, subscribe, setState } = create<CitizenDatabase | null>(() => null);
  let makeWay: () => Promise<unknown> | null = () => null;
  return {
    database: getState,
    subscribe,
    /** Sets what runs before nobody is current: it leaves the citizen's page while their database is still the current one. */
    beforeNobody(run: typeof makeWay) {
      makeWay = run;
    },
    async change(next: CitizenDatabase | null) {
      if (!next) await makeWay();
      setState(next, true);
    },
  };
}

export const DatabaseContext = createContext<CitizenDatabase | null>(null);

/** Returns the database of the current citizen or guest. */
export function useDatabase(): CitizenDatabase {
  const db = useContext(DatabaseContext);
  if (!db) throw new Error('No DatabaseContext');
  return db;
}

/** Returns what was read before the page is shown, if it is the current citizen's: somebody else may have signed in since, in another tab. */
export function useOwn<T extends { citizenId: string }>(read: T | null): T | undefined {
  const db = useContext(DatabaseContext);
  return read && read.citizenId === db?.citizenId ? read : undefined;
}
