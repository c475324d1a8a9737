import { useEffect, useState, useSyncExternalStore } from 'react';
import { contentOf } from '../../../domain/written/words.ts';
import { hasLeft } from '../../../shared/page-leaving.ts';
import { isErased } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { noteRefusedWrites } from '../../db/core/storage-trouble.ts';
import { dropPendingText, keepTyping, putPendingText } from '../../db/drafts/last-words.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { dropEarlyWords } from '../../db/drafts/take-up-early-words.ts';
import { holdWords, takeOverWords } from '../../db/drafts/unsaved-words.ts';
import { systemClock } from '../../lib/clock.ts';
import { TAB_ID } from '../../lib/tab-id.ts';
import { createDraftSaver } from './autosave.ts';

/** Returns the saver of a draft for as long as its editor is mounted. The editor must have the draft's id as its key. */
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
          // The save failed because the page was left. Its words are kept elsewhere, and nobody is there to be told.
          if (hasLeft()) return new Promise<never>(() => undefined);
          if (isErased(db)) return { status: 'frozen', because: 'deleted' };
          noteRefusedWrites([db.drafts.name]);
          throw error;
        }),
      putPending: (row) => putPendingText(db, row),
      // If this fails, the words stay in `localStorage`, and in the editor.
      keepTyping: (row) => keepTyping(db, row).catch(() => undefined),
      // If this fails, the kept typing stays. It is older than the draft, which is noticed when the draft is opened.
      dropPending: (saved) => void dropPendingText(db, saved).catch(() => undefined),
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.getState, saver.getState);

  const isSaved = state.status === 'saved';
  useEffect(() => {
    // If this fails, the early words stay. They are found to be old when the guest's drafts are opened next.
    if (isSaved) void dropEarlyWords(draftId).catch(() => undefined);
  }, [draftId, isSaved]);

  useEffect(() => {
    const left = takeOverWords(db.citizenId, draftId, saver);
    if (Object.keys(left).length > 0) saver.takeOver(left);
    const release = holdWords(db.citizenId, saver);
    const listening = new AbortController();
    const { signal } = listening;
    const hideIfHidden = () => {
      if (document.visibilityState === 'hidden') saver.hide();
    };
    document.addEventListener('visibilitychange', hideIfHidden, { signal });
    // In the capture phase: later listeners close the database.
    window.addEventListener('pagehide', () => saver.hide(), { capture: true, signal });
    return () => {
      // A saver that fails tries again. Until it succeeds a copy must include its words, and the page that goes must put them down.
      async function letGoOnceSaved() {
        if ((await saver.flush()).status === 'failing') return;
        stop();
        listening.abort();
        release();
      }
      const stop = saver.subscribe(() => {
        if (saver.getState().status !== 'failing') void letGoOnceSaved();
      });
      void letGoOnceSaved();
    };
  }, [db, draftId, saver]);

  /** Saves at once; resolves to false when the save failed. */
  const putOnDisk = async () => (await saver.flush()).status !== 'failing';

  return { saver, state, putOnDisk };
}
