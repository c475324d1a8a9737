import { hasContent } from '../../domain/written/content.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { DRAFT_STEPS, type DraftRow, type DraftStep } from '../core/schema.ts';
import {
  changesWords,
  type DraftEdit,
  editOfTyping,
  hasTyping,
  isBehind,
  newDraft,
  splitOff,
  withPatch,
  wouldOverwrite,
} from './draft-edit.ts';
import { takeUpLastWords } from './last-words.ts';

/**
 * `split`: another tab had changed the text meanwhile; it lives on as `otherDraftId`.
 * `moved`: this tab's text had been split away before; it was saved there, and there it goes on.
 * `frozen`: the draft was submitted or deleted; nothing was saved.
 * `revision` is what the editor knows of the text now: the base of its next edit.
 */
export type SaveResult =
  | { status: 'saved'; draftId: string; revision: number; savedAt: string }
  | { status: 'split'; draftId: string; revision: number; savedAt: string; otherDraftId: string }
  | { status: 'moved'; draftId: string; revision: number; savedAt: string }
  | { status: 'frozen'; because: 'submitted' | 'deleted' };

export function isOpen(draft: DraftRow | undefined): draft is DraftRow {
  return draft !== undefined && draft.submittedAt === null && draft.deletedAt === null;
}

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
  if (!stored && (await hasArrived(db, draftId))) return { status: 'frozen', because: 'submitted' };

  const draft = stored ?? newDraft(draftId, edit.writer, now);
  if (!wouldOverwrite(draft, edit)) {
    const saved = withPatch(draft, edit, now);
    await db.drafts.put(saved);
    // An edit of something else has not read the other tab's text: its next one must not pass for having done so.
    const missesText = isBehind(draft, edit) && !changesWords(edit);
    const revision = missesText ? edit.baseRevision : saved.revision;
    return { status: 'saved', draftId, revision, savedAt: saved.updatedAt };
  }

  const mine = await db.drafts
    .filter((other) => other.copyOf === draftId && other.descriptionWriter === edit.writer && isOpen(other))
    .first();
  if (mine) {
    const saved = hasTyping(mine, edit) ? mine : withPatch(mine, edit, now);
    await db.drafts.put(saved);
    return { status: 'moved', draftId: mine.id, revision: saved.revision, savedAt: saved.updatedAt };
  }
  const other = splitOff(draft, now);
  const saved = withPatch(draft, edit, now);
  await db.drafts.bulkPut([other, saved]);
  return {
    status: 'split',
    draftId,
    revision: saved.revision,
    savedAt: saved.updatedAt,
    otherDraftId: other.id,
  };
}

/** Whether it has become a request, or a message. */
export async function hasArrived(db: CitizenDatabase, draftId: string): Promise<boolean> {
  return (await db.requests.get(draftId)) !== undefined || (await db.messages.get(draftId)) !== undefined;
}

function editTables(db: CitizenDatabase) {
  return [db.drafts, db.requests, db.messages];
}

/** Durable once resolved: only then may a screen say *Guardado*. */
export function saveDraft(
  db: CitizenDatabase,
  draftId: string,
  edit: DraftEdit,
  now: Date,
): Promise<SaveResult> {
  return db.transaction('rw', editTables(db), async () => applyEdit(db, draftId, edit, now));
}

/** Opens a draft for editing, with what was typed in the last instant before the page went away. */
export async function openDraft(
  db: CitizenDatabase,
  draftId: string,
  now: Date,
): Promise<DraftRow | undefined> {
  await takeUpLastWords(db);
  return db.transaction('rw', [...editTables(db), db.pendingText], async () => {
    await mergePendingText(db, draftId, now);
    const draft = await db.drafts.get(draftId);
    return isOpen(draft) ? draft : undefined;
  });
}

/** A draft that is not open keeps its row: it may be restored or taken back. */
async function mergePendingText(db: CitizenDatabase, draftId: string, now: Date): Promise<void> {
  const pending = await db.pendingText.get(draftId);
  if (!pending) return;
  const edit = editOfTyping(pending, await db.drafts.get(draftId));
  const isKept = !edit || (await applyEdit(db, draftId, edit, now)).status !== 'frozen';
  if (isKept) await db.pendingText.delete(draftId);
}

export function readDraft(db: CitizenDatabase, draftId: string): Promise<DraftRow | undefined> {
  return db.drafts.get(draftId);
}

/** Newest first, replies included; without the deleted, the submitted, and replies that were emptied. */
export async function listOpenDrafts(db: CitizenDatabase): Promise<DraftRow[]> {
  const drafts = await db.drafts
    .orderBy('updatedAt')
    .reverse()
    .filter((draft) => isOpen(draft))
    .toArray();
  return filterWithFiles(db, drafts, (draft, files) => !draft.replyTo || hasContent(draft, files));
}

/** Those of which something holds when their files are looked at too: a draft may say all that it says with them. */
export async function filterWithFiles(
  db: CitizenDatabase,
  drafts: readonly DraftRow[],
  holds: (draft: DraftRow, files: readonly unknown[]) => boolean,
): Promise<DraftRow[]> {
  const untold = drafts.filter((draft) => !holds(draft, [])).map(({ id }) => id);
  const files =
    untold.length === 0
      ? []
      : await db.attachments
          .where('draftId')
          .anyOf(untold)
          .filter(({ removedAt }) => removedAt === null)
          .toArray();
  const filesOf = (id: string) => files.filter(({ draftId }) => draftId === id);
  return drafts.filter((draft) => holds(draft, filesOf(draft.id)));
}

export async function noteStepReached(db: CitizenDatabase, draftId: string, step: DraftStep): Promise<void> {
  await db.transaction('rw', db.drafts, async () => {
    const draft = await db.drafts.get(draftId);
    if (!isOpen(draft)) return;
    const isFurther = DRAFT_STEPS.indexOf(step) > DRAFT_STEPS.indexOf(draft.reachedStep);
    if (isFurther) await db.drafts.update(draftId, { reachedStep: step });
  });
}

/** *Eliminar rascunho*. Nothing is erased until `purgeDeleted`, so that `restoreDraft` can undo it. */
export async function deleteDraft(db: CitizenDatabase, draftId: string, now: Date): Promise<void> {
  await db.transaction('rw', db.drafts, async () => {
    const draft = await db.drafts.get(draftId);
    if (isOpen(draft)) await db.drafts.update(draftId, { deletedAt: now.toISOString() });
  });
}

export async function restoreDraft(db: CitizenDatabase, draftId: string): Promise<void> {
  await db.drafts.update(draftId, { deletedAt: null });
}
