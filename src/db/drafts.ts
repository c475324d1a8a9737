import type { CitizenDatabase } from './citizen-database.ts';
import { DRAFT_STEPS, type DraftRow, type DraftStep } from './schema.ts';

/** What an editor may change. */
export type DraftPatch = Partial<Pick<DraftRow, 'kind' | 'onBehalfOf' | 'description' | 'topic'>>;

export interface DraftEdit {
  patch: DraftPatch;
  /** The revision that the editor last read or wrote; 0 for a draft not saved yet. */
  baseRevision: number;
  /** Names the tab. */
  writer: string;
}

/**
 * `split`: another tab had changed the text meanwhile; it lives on as `otherDraftId`.
 * `moved`: this tab's text had been split away before; it was saved there, and there it goes on.
 * `frozen`: the draft was submitted or deleted; nothing was saved.
 */
export type SaveResult =
  | { status: 'saved'; draftId: string; revision: number; savedAt: string }
  | { status: 'split'; draftId: string; revision: number; savedAt: string; otherDraftId: string }
  | { status: 'moved'; draftId: string; revision: number; savedAt: string }
  | { status: 'frozen' };

export function isOpen(draft: DraftRow | undefined): draft is DraftRow {
  return draft !== undefined && draft.submittedAt === null && draft.deletedAt === null;
}

export function hasContent(draft: DraftRow): boolean {
  return draft.description.trim() !== '' || draft.kind !== null || draft.topic !== null;
}

function newDraft(id: string, writer: string, now: Date): DraftRow {
  return {
    id,
    revision: 0,
    descriptionRevision: 0,
    descriptionWriter: writer,
    submissions: 0,
    kind: null,
    onBehalfOf: null,
    description: '',
    topic: null,
    reachedStep: 'description',
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    submittedAt: null,
    deletedAt: null,
    refusal: null,
    copyOf: null,
  };
}

function withPatch(draft: DraftRow, edit: DraftEdit, now: Date): DraftRow {
  const revision = draft.revision + 1;
  const changesText = edit.patch.description !== undefined;
  return {
    ...draft,
    ...edit.patch,
    revision,
    descriptionRevision: changesText ? revision : draft.descriptionRevision,
    descriptionWriter: changesText ? edit.writer : draft.descriptionWriter,
    updatedAt: now.toISOString(),
  };
}

/** The second draft that holds what another tab wrote. */
function splitOff(draft: DraftRow, now: Date): DraftRow {
  return {
    ...draft,
    id: crypto.randomUUID(),
    submissions: 0,
    copyOf: draft.id,
    createdAt: now.toISOString(),
  };
}

/** Saves an edit; makes the draft when it is the first. The caller holds a transaction over `drafts`. */
export async function applyEdit(
  db: CitizenDatabase,
  draftId: string,
  edit: DraftEdit,
  now: Date,
): Promise<SaveResult> {
  const stored = await db.drafts.get(draftId);
  if (stored && !isOpen(stored)) return { status: 'frozen' };
  if (!stored && (await db.requests.get(draftId))) return { status: 'frozen' };
  const draft = stored ?? newDraft(draftId, edit.writer, now);

  const { description } = edit.patch;
  const overtaken =
    description !== undefined &&
    edit.baseRevision < draft.descriptionRevision &&
    draft.descriptionWriter !== edit.writer &&
    draft.description !== description;
  if (!overtaken) {
    const saved = withPatch(draft, edit, now);
    await db.drafts.put(saved);
    return { status: 'saved', draftId, revision: saved.revision, savedAt: saved.updatedAt };
  }

  const mine = await db.drafts
    .filter((other) => other.copyOf === draftId && other.descriptionWriter === edit.writer && isOpen(other))
    .first();
  if (mine) {
    const saved = withPatch(mine, edit, now);
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

/** Durable once resolved: only then may a screen say *Guardado*. */
export function saveDraft(
  db: CitizenDatabase,
  draftId: string,
  edit: DraftEdit,
  now: Date,
): Promise<SaveResult> {
  return db.transaction('rw', db.drafts, db.requests, () => applyEdit(db, draftId, edit, now));
}

/** Opens a draft for editing, with what was typed in the last instant before the page went away. */
export function openDraft(db: CitizenDatabase, draftId: string, now: Date): Promise<DraftRow | undefined> {
  return db.transaction('rw', db.drafts, db.pendingText, db.requests, async () => {
    const pending = await db.pendingText.get(draftId);
    if (pending) {
      await db.pendingText.delete(draftId);
      const { text, baseRevision, writer } = pending;
      const stored = await db.drafts.get(draftId);
      const isNews = text !== (stored?.description ?? '');
      if (isNews) await applyEdit(db, draftId, { patch: { description: text }, baseRevision, writer }, now);
    }
    const draft = await db.drafts.get(draftId);
    return isOpen(draft) ? draft : undefined;
  });
}

export function readDraft(db: CitizenDatabase, draftId: string): Promise<DraftRow | undefined> {
  return db.drafts.get(draftId);
}

/** Newest first, without the deleted, the submitted and the empty. */
export async function listOpenDrafts(db: CitizenDatabase): Promise<DraftRow[]> {
  return db.drafts
    .orderBy('updatedAt')
    .reverse()
    .filter((draft) => isOpen(draft))
    .toArray();
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
