import { useEffect, useState, useSyncExternalStore } from 'react';
import { useDatabase } from '../../db/database-context.ts';
import { saveDraft } from '../../db/drafts.ts';
import { putPendingText } from '../../db/pending-text.ts';
import { systemClock } from '../../lib/clock.ts';
import { TAB_ID } from '../../lib/tab-id.ts';
import { createDraftSaver, type DraftSaver } from './autosave.ts';
import type { SaverState } from './saver-state.ts';

/** For one draft for as long as the editor stands; give the editor the draft's id as its key. */
export function useDraftSaver(
  draftId: string,
  baseRevision: number,
): { saver: DraftSaver; state: SaverState } {
  const db = useDatabase();
  const [saver] = useState(() =>
    createDraftSaver({
      draftId,
      baseRevision,
      writer: TAB_ID,
      clock: systemClock,
      save: (id, edit, now) => saveDraft(db, id, edit, now),
      putPending: (row) => putPendingText(db, row),
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.getState);

  useEffect(() => {
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') saver.hide();
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', saver.hide);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', saver.hide);
      void saver.flush();
    };
  }, [saver]);

  return { saver, state };
}
