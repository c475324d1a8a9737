import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import type { DraftRow } from '../src/db/core/schema.ts';
import type { DraftPatch } from '../src/db/drafts/draft-edit.ts';
import { readDraft } from '../src/db/drafts/drafts.ts';
import { dropPendingText, keepTyping, putPendingText } from '../src/db/drafts/last-words.ts';
import { openDraft, saveDraft } from '../src/db/drafts/save-draft.ts';
import { createDraftSaver, type DraftSaver } from '../src/features/draft-editor/autosave.ts';

/** What an editor does with the draft that it has opened. */
type Typing = (opened: DraftRow | undefined) => DraftPatch;

/** A page in which drafts are opened and typed in, one editor after the other. When it goes away, another page takes its place. */
export interface PretendPage {
  /**
   * Types, and resolves once the words are on disk, also where another page has sent the draft without them. Returns false if the draft is no longer the
   * citizen's. Returns false, and types nothing, while words that were put down still wait.
   */
  write(draftId: string, typing: Typing): Promise<boolean>;
  /**
   * Types in the same instant in which the page goes away, so that nothing is saved the ordinary way. It does so even where another page has sent the draft.
   * Returns false, and types nothing, while words that were put down still wait.
   */
  typeLast(draftId: string, typing: Typing): Promise<boolean>;
}

const never = () => new Promise<never>(() => undefined);

export function createPretendPage(db: CitizenDatabase, now: () => Date): PretendPage {
  let writer = crypto.randomUUID();

  function openEditor(
    draftId: string,
    opened: DraftRow | undefined,
    save: () => Promise<never> | null,
  ): DraftSaver {
    return createDraftSaver({
      draftId,
      baseRevision: opened?.revision ?? 0,
      writer,
      save: (id, edit, at) => save() ?? saveDraft(db, id, edit, at),
      putPending: (row) => putPendingText(db, row),
      keepTyping: (row) => keepTyping(db, row),
      dropPending: (saved) => void dropPendingText(db, saved),
      // Nothing is saved after a pause: each step says what becomes of the words.
      clock: { now, after: () => () => undefined },
    });
  }

  /** Returns what an editor of the draft shows, also one that was open before another page sent it. */
  async function open(draftId: string): Promise<DraftRow | undefined> {
    return (await openDraft(db, draftId, now())) ?? (await readDraft(db, draftId));
  }

  return {
    async write(draftId, typing) {
      const opened = await open(draftId);
      if (await db.pendingText.get(draftId)) return false;
      const editor = openEditor(draftId, opened, () => null);
      editor.change(typing(opened));
      const { status } = await editor.flush();
      if (status === 'failing') throw new Error('What was typed could not be saved');
      return status === 'saved' || Boolean((await readDraft(db, draftId))?.submittedAt);
    },
    async typeLast(draftId, typing) {
      const opened = await open(draftId);
      if (await db.pendingText.get(draftId)) return false;
      const editor = openEditor(draftId, opened, never);
      editor.change(typing(opened));
      editor.hide();
      writer = crypto.randomUUID();
      return true;
    },
  };
}
