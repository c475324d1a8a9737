import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow } from '../core/schema.ts';
import { isOpen } from './drafts.ts';

/** What this writer wrote of a draft that somebody else had changed meanwhile. */
export function findConflictCopy(db: CitizenDatabase, draftId: string, writer: string) {
  const isTheirs = (copy: DraftRow) => copy.copyOf === draftId && copy.descriptionWriter === writer;
  return db.drafts.filter((copy) => isTheirs(copy) && isOpen(copy)).first();
}
