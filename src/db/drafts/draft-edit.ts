import { hasSameWords, joinWords, keepsWords } from '../../../domain/written/compare.ts';
import {
  type Content,
  contentOf,
  type Written,
  writtenIn,
  writtenParts,
} from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow, PendingTextRow, Refusal } from '../core/schema.ts';
import { isOpen } from './drafts.ts';

/** The fields of a draft that an editor may change. */
export type DraftPatch = Partial<Content>;

export interface DraftEdit {
  patch: DraftPatch;
  /** The words that the editor last read or wrote. Without them, a change of any text since `baseRevision` counts as one of the same text. */
  base?: Written;
  /** The revision that the editor last read or wrote; 0 for a draft not saved yet. */
  baseRevision: number;
  /** The name of the tab. */
  writer: string;
  /** The number of this change among the tab's changes. */
  typing?: number | undefined;
}

/** What the editor knows of a draft when it begins a change. */
export type EditStart = Pick<DraftEdit, 'base' | 'baseRevision'>;

export function newDraft(id: string, writer: string, now: Date): DraftRow {
  return {
    id,
    revision: 0,
    descriptionRevision: 0,
    descriptionWriter: writer,
    submissions: 0,
    ...contentOf({}),
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
  const isWriting = changesWords(edit);
  return {
    ...draft,
    ...edit.patch,
    ...wordsWith(draft, edit),
    revision,
    descriptionRevision: isWriting ? revision : draft.descriptionRevision,
    descriptionWriter: isWriting ? edit.writer : draft.descriptionWriter,
    descriptionTyping: isWriting ? edit.typing : draft.descriptionTyping,
    updatedAt: now.toISOString(),
    refusal: withoutIssues(draft.refusal, Object.keys(edit.patch)),
  };
}

/** Returns the refusal without the issues of fields that were changed since. */
export function withoutIssues(refusal: Refusal | null, changed: readonly string[]): Refusal | null {
  if (!refusal || refusal.issues.length === 0) return refusal;
  const issues = refusal.issues.filter(({ field }) => !changed.includes(field));
  return issues.length > 0 ? { ...refusal, issues } : { ...refusal, issues, isMended: true };
}

/** Makes a new open draft with the same words. */
export function copyDraft(draft: DraftRow): DraftRow {
  const { id: copyOf, revision: copyOfRevision } = draft;
  const made = { id: crypto.randomUUID(), submissions: 0, submittedAt: null, account: null };
  return { ...draft, ...made, copyOf, copyOfRevision };
}

/** Finds the open conflict copy of a draft that holds words of this writer. */
export function findConflictCopy(
  db: CitizenDatabase,
  draftId: string,
  writer: string,
  holds: (copy: DraftRow) => boolean,
): Promise<DraftRow | undefined> {
  const isTheirs = (copy: DraftRow) => copy.copyOf === draftId && copy.descriptionWriter === writer;
  return db.drafts.filter((copy) => isTheirs(copy) && isOpen(copy) && holds(copy)).first();
}

export function changesWords({ patch }: Pick<DraftEdit, 'patch'>): boolean {
  return Object.keys(writtenParts(patch)).length > 0;
}

/** Whether somebody else has written since the revision that the editor knows. */
export function isBehind(draft: DraftRow, edit: DraftEdit): boolean {
  return edit.baseRevision < draft.descriptionRevision && draft.descriptionWriter !== edit.writer;
}

/** Returns the draft's words with those of the edit; null where saving them would take another tab's words away. */
export function wordsWith(draft: DraftRow, edit: DraftEdit): Written | null {
  const typed = writtenParts(edit.patch);
  // In a draft that has just been made nobody has emptied anything.
  if (edit.base && draft.revision > 0) return joinWords(edit.base, { ...edit.base, ...typed }, draft);
  const words = writtenIn({ ...draft, ...typed });
  return isBehind(draft, edit) && !keepsWords(words, draft) ? null : words;
}

/** Whether saving the edit would take another tab's words away. */
export function wouldOverwrite(draft: DraftRow, edit: DraftEdit): boolean {
  return wordsWith(draft, edit) === null;
}

/** Whether the same tab has saved these words, or newer ones. */
export function hasTyping(draft: DraftRow, { writer, typing }: Pick<DraftEdit, 'writer' | 'typing'>) {
  return (
    draft.descriptionWriter === writer &&
    (draft.descriptionTyping ?? -1) >= (typing ?? Number.POSITIVE_INFINITY)
  );
}

/** Whether an edit may be saved into a conflict copy: the copy has the edit's words, or those on which the edit began. Others must not be overwritten. */
export function canGoOnIn(copy: DraftRow, edit: DraftEdit): boolean {
  const { descriptionRevision, copyOfRevision = -1 } = copy;
  const { baseRevision } = edit;
  return hasTyping(copy, edit) || (descriptionRevision <= baseRevision && baseRevision <= copyOfRevision);
}

/** Returns the edit that the last typing adds to a draft; null when the draft has it already. */
export function editOfTyping(typed: PendingTextRow, draft: DraftRow | undefined): DraftEdit | null {
  const { words, choices, typedAt } = typed;
  const isKnown = (draft && hasTyping(draft, typed)) || hasSameWords({ ...draft, ...words }, { ...draft });
  // The latest choice counts, whichever tab made it.
  const isOutdated = draft && draft.updatedAt > typedAt;
  const patch = { ...(!isKnown && words), ...(!isOutdated && choices) };
  return Object.keys(patch).length > 0 ? { ...typed, patch } : null;
}
