import { useEffect, useState, useSyncExternalStore } from 'react';
import { contentOf } from '../../../domain/written/content.ts';
import { isErased } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { noteRefusedWrites } from '../../db/core/storage-trouble.ts';
import { dropPendingText, putPendingText } from '../../db/drafts/last-words.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { dropEarlyWords } from '../../db/drafts/take-up-early-words.ts';
import { holdWords, takeOverWords } from '../../db/drafts/unsaved-words.ts';
import { systemClock } from '../../lib/clock.ts';
import { hasLeft } from '../../lib/page-leaving.ts';
import { TAB_ID } from '../../lib/tab-id.ts';
import { createDraftSaver } from './autosave.ts';

/** For one draft for as long as the editor stands; give the editor the draft's id as its key. */
export function useDraftSaver(draftId: string, opened: DraftRow | undefined) {
  const db = useDatabase();
  const [saver] = useState(() =>
    createDraftSaver({
      draftId,
      baseRevision: opened?.revision ?? 0,
      ...(opened && { opened: contentOf(opened) }),
      writer: TAB_ID,
      clock: systemClock,
      save: (id, edit, now) =>
        saveDraft(db, id, edit, now).catch((error) => {
          // Cut short because the page is over. Its words have been put down, and there is nobody to tell.
          if (hasLeft()) return new Promise<never>(() => undefined);
          if (isErased(db)) return { status: 'frozen', because: 'deleted' };
          noteRefusedWrites([db.drafts.name]);
          throw error;
        }),
      putPending: (row) => putPendingText(db, row),
      // What stays is older than the draft, and is known for it when the draft is opened.
      dropPending: (saved) => void dropPendingText(db, saved).catch(() => undefined),
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.getState, saver.getState);

  const isSaved = state.status === 'saved';
  useEffect(() => {
    // What cannot be taken away now is found to be old when the guest's drafts are opened next.
    if (isSaved) void dropEarlyWords(draftId).catch(() => undefined);
  }, [draftId, isSaved]);

  useEffect(() => {
    const left = takeOverWords(db.citizenId, draftId, saver);
    if (Object.keys(left).length > 0) saver.change(left);
    const letGo = holdWords(db.citizenId, saver);
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') saver.hide();
    };
    document.addEventListener('visibilitychange', onVisibility);
    // Before others close the database.
    window.addEventListener('pagehide', saver.hide, { capture: true });
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', saver.hide, { capture: true });
      void saver.flush().then((after) => {
        // What could not be saved is still tried again, and a copy must have it.
        if (after.status !== 'failing') letGo();
      });
    };
  }, [db, draftId, saver]);

  /** False when it could not be. */
  const putOnDisk = async () => (await saver.flush()).status !== 'failing';

  return { saver, state, putOnDisk };
}
