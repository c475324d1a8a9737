import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { createPace } from '../../lib/pace.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import { useDatabase } from './database-context.ts';

/**
 * As `useQuery`, for what is much to draw: the first pull of a long life writes page after page, and each would have the whole list drawn
 * anew. Of changes that come one upon another only two in a second are followed, and always the last; one after a pause is followed at once.
 * `known` stands in until the first answer.
 */
export function useCalmQuery<T>(
  query: (db: CitizenDatabase) => Promise<T>,
  deps: unknown[] = [],
  known?: T,
): T | undefined {
  const db = useDatabase();
  const [pace] = useState(() => createPace());
  return useLiveQuery(
    async () => {
      // The deps of the question, not of the answer before: another question is not made to wait.
      await Promise.resolve(pace(deps));
      return query(db);
    },
    [db, ...deps],
    known,
  );
}
