import { createContext, useContext } from 'react';
import type { CitizenDatabase } from './citizen-database.ts';

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
