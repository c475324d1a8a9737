import { useCallback, useState } from 'react';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';

/**
 * The answer of the server to one question, and the function that notes it; undefined until it was noted, null where the server could not be asked. It
 * begins with the last answer to the same citizen: a page that they come back to stands as it stood, and nothing moves while the server is asked again.
 */
export function useLastAnswer<Answer>(lastAnswers: WeakMap<CitizenDatabase, Answer>) {
  const db = useDatabase();
  const [answer, setAnswer] = useState<Answer | null | undefined>(() => lastAnswers.get(db));
  const note = useCallback(
    (next: Answer | null) => {
      if (next !== null) lastAnswers.set(db, next);
      setAnswer(() => next);
    },
    [db, lastAnswers],
  );
  return [answer, note] as const;
}
