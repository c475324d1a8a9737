import type { ComplaintDetails } from '../../contract/types.ts';
import { filledParts } from '../../domain/complaint-parts.ts';
import type { DraftRow, PendingTextRow } from '../core/schema.ts';

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
  /** Counts the tab's changes. */
  typing?: number | undefined;
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
    descriptionTyping: changesText ? edit.typing : draft.descriptionTyping,
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

/** Whether saving the edit would take another tab's words away. An editor that has a complaint sends all its words together. */
export function wouldOverwrite(draft: DraftRow, edit: DraftEdit): boolean {
  const { description, complaint } = edit.patch;
  if (description === undefined) return false;
  const takesText = draft.description !== description && draft.description.trim() !== '';
  const takesComplaint = complaint !== undefined && !hasSameParts(draft.complaint, complaint, isEqual);
  return (takesText || takesComplaint) && isBehind(draft, edit);
}

/** Whether the same tab has saved these words, or newer ones. */
export function hasTyping(
  draft: DraftRow,
  { writer, typing }: Pick<DraftEdit, 'writer' | 'typing'>,
): boolean {
  return draft.descriptionWriter === writer && (draft.descriptionTyping ?? -1) >= (typing ?? 0);
}

/** What the page's last instant adds to a draft, or null when the draft has it already. */
export function editOfTyping(typed: PendingTextRow, draft: DraftRow | undefined): DraftEdit | null {
  const { text, complaint, baseRevision, writer, typing } = typed;
  if (draft && hasTyping(draft, typed)) return null;
  const hasComplaint =
    complaint === undefined || JSON.stringify(complaint) === JSON.stringify(draft?.complaint ?? null);
  if (text === (draft?.description ?? '') && hasComplaint) return null;
  const patch = { description: text, ...(complaint !== undefined && { complaint }) };
  return { patch, baseRevision, writer, typing };
}

type Words = Pick<DraftRow, 'description'> & { complaint?: ComplaintDetails | null };

/** Whether one begins with all the words of the other, which then needs no keeping. */
export function goesOnFrom(later: Words, earlier: Words): boolean {
  const startsWith = (theirs: string, mine: string) => mine.startsWith(theirs);
  return (
    later.description.startsWith(earlier.description) &&
    hasSameParts(earlier.complaint, later.complaint, startsWith)
  );
}

const isEqual = (a: string, b: string) => a === b;

/** Looks only at what the first has filled in. */
function hasSameParts(
  first: ComplaintDetails | null | undefined,
  second: ComplaintDetails | null | undefined,
  isSame: (a: string, b: string) => boolean,
): boolean {
  return filledParts(first).every(({ part, text }) => isSame(text, second?.[part] ?? ''));
}
