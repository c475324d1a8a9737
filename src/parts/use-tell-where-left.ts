import { useCallback, useEffect, useRef } from 'react';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { readDraft } from '../db/drafts/drafts.ts';
import { showNotice } from '../state/notices.ts';

/**
 * Whether a notice may name files whose step was left. That of a deleted draft stays, with its way back; and a closed database is that of a citizen who has
 * signed out.
 */
function mayTell(db: CitizenDatabase, draftId: string): Promise<boolean> {
  return readDraft(db, draftId).then(
    (draft) => draft?.deletedAt == null,
    () => false,
  );
}

/** Returns a function that shows, once the page is left, a notice of why files are not in the draft. It resolves to false while the page is shown. */
export function useTellWhereLeft() {
  const isShown = useRef(true);

  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  return useCallback(
    async (db: CitizenDatabase, draftId: string, problems: readonly string[]): Promise<boolean> => {
      if (isShown.current) return false;
      if (problems.length === 0 || !(await mayTell(db, draftId))) return true;
      const sentences = new Set(problems.map((text) => text.replace(/\.?$/, '.')));
      const politeness = 'assertive';
      showNotice({ text: [...sentences].join(' '), politeness });
      return true;
    },
    [],
  );
}
