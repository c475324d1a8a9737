import { useCallback, useState } from 'react';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';

/**
 * The answer of the server to one question, and the function that notes it; undefined until it was noted. It begins with what was noted last for the
 * same citizen: a page that a citizen comes back to stands as it stood, and nothing moves while the server is asked again.
 */
export function useLastAnswer<Answer>(lastAnswers: WeakMap<CitizenDatabase, Answer>) {
  const db = useDatabase();
  const [answer, setAnswer] = useState(() => lastAnswers.get(db));
  const note = useCallback(
    (next: Answer) => {
      lastAnswers.set(db, next);
      setAnswer(() => next);
    },
    [db, lastAnswers],
  );
  return [answer, note] as const;
}
