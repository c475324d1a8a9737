import { createContext, useContext } from 'react';
import { create } from 'zustand';
import type { CitizenDatabase } from './citizen-database.ts';

/** What is on the screen is read from it. */
export interface CurrentDatabase {
  /** The database of whoever is here. */
  database(): CitizenDatabase | null;
  /** Called whenever another citizen, or nobody, has come. */
  subscribe(listener: (next: CitizenDatabase | null, before: CitizenDatabase | null) => void): () => void;
}

/** Stands by itself, so that pages can be drawn before anything is known of who is here. */
export function createCurrentDatabase() {
  const { getState, subscribe, setState } = create<CitizenDatabase | null>(() => null);
  let makeWay: () => Promise<unknown> | null = () => null;
  return {
    database: getState,
    subscribe,
    /** Has the page of whoever leaves make way for another while their database is still the current one. */
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

/** The database of whoever is current on this device. */
export function useDatabase(): CitizenDatabase {
  const db = useContext(DatabaseContext);
  if (!db) throw new Error('No DatabaseContext');
  return db;
}

/** What was read before the page is shown, if it is the current citizen's: somebody else may have signed in since, in another tab. */
export function useOwn<T extends { citizenId: string }>(read: T | null): T | undefined {
  const db = useContext(DatabaseContext);
  return read && read.citizenId === db?.citizenId ? read : undefined;
}
