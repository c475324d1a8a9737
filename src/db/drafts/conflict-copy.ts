import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow } from '../core/schema.ts';
import { isOpen } from './drafts.ts';

/** Finds the conflict copy that holds this writer's words of a draft. */
export function findConflictCopy(db: CitizenDatabase, draftId: string, writer: string) {
  const isTheirs = (copy: DraftRow) => copy.copyOf === draftId && copy.descriptionWriter === writer;
  return db.drafts.filter((copy) => isTheirs(copy) && isOpen(copy)).first();
}
