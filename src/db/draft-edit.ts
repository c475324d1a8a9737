import type { DraftRow } from './schema.ts';

/** What an editor may change. */
export type DraftPatch = Partial<
  Pick<DraftRow, 'kind' | 'onBehalfOf' | 'description' | 'complaint' | 'replyTo' | 'topic'>
>;

export interface DraftEdit {
  patch: DraftPatch;
  /** The revision that the editor last read or wrote; 0 for a draft not saved yet. */
  baseRevision: number;
  /** Names the tab. */
  writer: string;
}

export function newDraft(id: string, writer: string, now: Date): DraftRow {
  return {
    id,
    revision: 0,
    descriptionRevision: 0,
    descriptionWriter: writer,
    submissions: 0,
    kind: null,
    onBehalfOf: null,
    description: '',
    complaint: null,
    replyTo: null,
    topic: null,
    reachedStep: 'description',
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    submittedAt: null,
    deletedAt: null,
    refusal: null,
    copyOf: null,
    account: null,
  };
}

export function withPatch(draft: DraftRow, edit: DraftEdit, now: Date): DraftRow {
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
export function splitOff(draft: DraftRow, now: Date): DraftRow {
  return {
    ...draft,
    id: crypto.randomUUID(),
    submissions: 0,
    copyOf: draft.id,
    account: null,
    createdAt: now.toISOString(),
  };
}

/** Whether somebody else has written since the revision that the editor knows. */
export function isBehind(draft: DraftRow, edit: DraftEdit): boolean {
  return edit.baseRevision < draft.descriptionRevision && draft.descriptionWriter !== edit.writer;
}

/** Whether saving the edit would take another tab's words away. */
export function wouldOverwrite(draft: DraftRow, edit: DraftEdit): boolean {
  const { description } = edit.patch;
  if (description === undefined || draft.description === description) return false;
  return draft.description.trim() !== '' && isBehind(draft, edit);
}
