import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow } from '../core/schema.ts';
import { type DraftEdit, hasTyping } from './draft-edit.ts';
import { isOpen } from './drafts.ts';

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

/** Whether an edit may be saved into a conflict copy: the copy has the edit's words, or those on which the edit began. Others must not be overwritten. */
export function canGoOnIn(copy: DraftRow, edit: DraftEdit): boolean {
  const { descriptionRevision, copyOfRevision = -1 } = copy;
  const { baseRevision } = edit;
  return hasTyping(copy, edit) || (descriptionRevision <= baseRevision && baseRevision <= copyOfRevision);
}
