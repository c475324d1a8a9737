import { useCallback, useEffect, useRef, useState } from 'react';
import type { UnsentRating } from '../../../domain/copies/copy-format.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { keepRatingDraft } from '../../db/outbox/rating-draft.ts';

/** The time after which a rating that the device refused is tried again. */
const RETRY_MS = 5000;

/** Keeps what is written of a rating. What the device refused is tried again while the form is shown, and once more when the form goes. */
export function useKeptRating(requestId: string) {
  const db = useDatabase();
  /** The rating that is not on disk yet. */
  const unkept = useRef<UnsentRating>(null);
  const [hasFailed, setHasFailed] = useState(false);

  const tryToKeep = useCallback(async () => {
    const draft = unkept.current;
    if (!draft) return;
    try {
      await keepRatingDraft(db, requestId, draft);
      // Newer words are on their way.
      if (unkept.current !== draft) return;
      unkept.current = null;
      setHasFailed(false);
    } catch {
      // Whatever the error, the words are still in the form.
      setHasFailed(unkept.current !== null);
    }
  }, [db, requestId]);

  useEffect(() => {
    if (!hasFailed) return;
    const timer = setInterval(() => void tryToKeep(), RETRY_MS);
    return () => {
      clearInterval(timer);
      void tryToKeep();
    };
  }, [hasFailed, tryToKeep]);

  return {
    /** Whether the last words are not on disk. */
    hasFailed,
    keep(draft: UnsentRating) {
      unkept.current = draft;
      void tryToKeep();
    },
    /** Forgets what was to be kept, once the rating is in the outbox. */
    forget() {
      unkept.current = null;
    },
  };
}
