import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { CitizenDatabase } from './citizen-database.ts';
import { useDatabase } from './database-context.ts';

/** Returns the result of a query, again whenever the data that it read changes, also from another tab. Before the first result it returns `initial`. */
export function useQuery<T>(query: (db: CitizenDatabase) => Promise<T>, deps: unknown[] = [], initial?: T) {
  const db = useDatabase();
  return useLiveQuery(() => query(db), [db, ...deps], initial);
}

/** Does the same for lists that are slow to draw: while thousands of requests arrive it gives at most two results a second, and always the last. */
export function useThrottledQuery<T>(
  query: (db: CitizenDatabase) => Promise<T>,
  deps: unknown[] = [],
  initial?: T,
): T | undefined {
  const [throttle] = useState(() => createThrottle());
  return useQuery(
    async (db) => {
      // The throttle goes by the deps of this query: a query with other deps does not wait.
      await Promise.resolve(throttle(deps));
      return query(db);
    },
    deps,
    initial,
  );
}

/** Nobody can read what changes more often than this. */
const EVERY_MS = 500;

/** Waits until `subject` may have its next turn; another subject has its turn at once. */
type Throttle = (subject: unknown) => Promise<void>;

export function createThrottle(now: () => number = () => performance.now()): Throttle {
  let lastSubject: unknown;
  let nextAt = 0;
  return async (subject) => {
    const waitMs = subject === lastSubject ? nextAt - now() : 0;
    lastSubject = subject;
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    nextAt = now() + EVERY_MS;
  };
}
