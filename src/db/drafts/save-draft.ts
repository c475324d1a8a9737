import { goesOnFrom } from '../../../domain/written/compare.ts';
import { type Content, writtenParts } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readArrived } from './arrived.ts';
import {
  canGoOnIn,
  changesWords,
  copyDraft,
  type DraftEdit,
  editOfTyping,
  findConflictCopy,
  hasTyping,
  isBehind,
  newDraft,
  withPatch,
  wouldOverwrite,
} from './draft-edit.ts';
import { isOpen } from './drafts.ts';
import { takeUpLastWords } from './last-words.ts';
import { readUnsavedWords } from './unsaved-words.ts';

/**
 * `split`: another tab had changed the text meanwhile; that tab's text lives on as the draft `otherDraftId`.
 * `moved`: this tab's text is in another draft, in which the editor goes on: it had been split away before, or the draft of its address has arrived.
 * `frozen`: the draft was submitted or deleted, or has arrived with all that the edit says; nothing was saved.
 * `revision` is what the editor knows of the text now: the base of its next edit.
 */
export type SaveResult =
  | { status: 'saved'; draftId: string; revision: number; savedAt: string }
  | { status: 'split'; draftId: string; revision: number; savedAt: string; otherDraftId: string }
  | { status: 'moved'; draftId: string; revision: number; savedAt: string }
  | { status: 'frozen'; because: 'submitted' | 'arrived' | 'deleted' };

/** Saves an edit; makes the draft when it is the first. The caller holds a transaction over `editTables`. */
async function applyEdit(
  db: CitizenDatabase,
  draftId: string,
  edit: DraftEdit,
  now: Date,
): Promise<SaveResult> {
  const stored = await db.drafts.get(draftId);
  if (stored?.submittedAt) return { status: 'frozen', because: 'submitted' };
  if (stored?.deletedAt) return { status: 'frozen', because: 'deleted' };
  const arrived = stored ? undefined : await readArrived(db, draftId);
  if (arrived) return goOnBeside(db, draftId, arrived, edit, now);

  const draft = stored ?? newDraft(draftId, edit.writer, now);
  if (!wouldOverwrite(draft, edit)) {
    const saved = withPatch(draft, edit, now);
    await db.drafts.put(saved);
    // An edit of other fields has not read the other tab's text: its next edit must not count as based on it.
    const missesText = isBehind(draft, edit) && !changesWords(edit);
    const revision = missesText ? edit.baseRevision : saved.revision;
    return { status: 'saved', draftId, revision, savedAt: saved.updatedAt };
  }

  const moved = await goOnInCopy(db, draftId, edit, now);
  if (moved) return moved;
  // The second draft holds what another tab wrote.
  const other = { ...copyDraft(draft), createdAt: now.toISOString() };
  const saved = withPatch(draft, edit, now);
  await db.drafts.bulkPut([other, saved]);
  const { revision, updatedAt: savedAt } = saved;
  return { status: 'split', draftId, revision, savedAt, otherDraftId: other.id };
}

/** Saves the edit in the second draft that holds this tab's words; returns null if there is none. */
async function goOnInCopy(
  db: CitizenDatabase,
  draftId: string,
  edit: DraftEdit,
  now: Date,
): Promise<SaveResult | null> {
  const mine = await findConflictCopy(db, draftId, edit.writer, (copy) => canGoOnIn(copy, edit));
  if (!mine) return null;
  const saved = hasTyping(mine, edit) ? mine : withPatch(mine, edit, now);
  await db.drafts.put(saved);
  return { status: 'moved', draftId: mine.id, revision: saved.revision, savedAt: saved.updatedAt };
}

/** Saves what somebody goes on writing in a draft that has arrived: in a second draft, which begins with what was sent. */
async function goOnBeside(
  db: CitizenDatabase,
  draftId: string,
  arrived: Content,
  edit: DraftEdit,
  now: Date,
): Promise<SaveResult> {
  const moved = await goOnInCopy(db, draftId, edit, now);
  if (moved) return moved;
  // A save that was late has no more than what was sent.
  if (goesOnFrom(arrived, { ...arrived, ...writtenParts(edit.patch) }))
    return { status: 'frozen', because: 'arrived' };
  const sent = { ...newDraft(draftId, edit.writer, now), ...arrived, revision: edit.baseRevision };
  const saved = withPatch(copyDraft(sent), edit, now);
  await db.drafts.put(saved);
  return { status: 'moved', draftId: saved.id, revision: saved.revision, savedAt: saved.updatedAt };
}

function editTables(db: CitizenDatabase) {
  return [db.drafts, db.requests, db.messages];
}

/** Saves an edit. It is on disk once the promise resolves: only then may a screen say *Guardado*. */
export function saveDraft(
  db: CitizenDatabase,
  draftId: string,
  edit: DraftEdit,
  now: Date,
): Promise<SaveResult> {
  return db.transaction('rw', editTables(db), async () => applyEdit(db, draftId, edit, now));
}

/** Opens a draft for editing, with its last typing and with words that an editor of this page could not save. */
export async function openDraft(db: CitizenDatabase, draftId: string, now: Date) {
  // Each tab that was left may have put down words of its own.
  do await takeUpLastWords(db);
  while (await mergePendingText(db, draftId, now));
  const draft = await db.drafts.get(draftId);
  if (draft && !isOpen(draft)) return undefined;
  const unsaved = readUnsavedWords(db.citizenId).find((words) => words.draftId === draftId);
  if (!unsaved) return draft;
  // With the revision on which these words were written, saving keeps what another tab wrote since beside them.
  const revision = unsaved.baseRevision;
  return {
    ...(draft ?? newDraft(draftId, unsaved.writer, now)),
    ...unsaved.words,
    ...unsaved.choices,
    revision,
  };
}

/** Returns false where there was nothing to merge, or where the draft is there and not open: its row stays, since the draft may be restored or taken back. */
function mergePendingText(db: CitizenDatabase, draftId: string, now: Date): Promise<boolean> {
  return db.transaction('rw', [...editTables(db), db.pendingText], async () => {
    const pending = await db.pendingText.get(draftId);
    if (!pending) return false;
    const draft = await db.drafts.get(draftId);
    const edit = editOfTyping(pending, draft);
    const isKept = !edit || (await applyEdit(db, draftId, edit, now)).status !== 'frozen' || !draft;
    if (isKept) await db.pendingText.delete(draftId);
    return isKept;
  });
}
