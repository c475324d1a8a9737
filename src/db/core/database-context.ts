import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useContext } from 'react';
import type { CitizenDatabase } from './citizen-database.ts';

export const DatabaseContext = createContext<CitizenDatabase | null>(null);

/** The database of whoever is current on this device. */
export function useDatabase(): CitizenDatabase {
  const db = useContext(DatabaseContext);
  if (!db) throw new Error('useDatabase needs a DatabaseContext above it');
  return db;
}

/** What was read before a page is shown, if it is the current citizen's: in another tab somebody else may have become current since. */
export function useOwn<T extends { citizenId: string }>(read: T | null): T | undefined {
  const { citizenId } = useDatabase();
  return read?.citizenId === citizenId ? read : undefined;
}

/**
 * What a query answers, again whenever the data it read changes, also from another tab. Until the first answer it is what is `known` already,
 * or undefined.
 */
export function useQuery<T>(
  query: (db: CitizenDatabase) => Promise<T>,
  deps: unknown[] = [],
  known?: T,
): T | undefined {
  const db = useDatabase();
  return useLiveQuery(() => query(db), [db, ...deps], known);
}
