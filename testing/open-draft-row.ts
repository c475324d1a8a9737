import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import type { DraftRow } from '../src/db/core/schema.ts';
import { openDraft } from '../src/db/drafts/save-draft.ts';
import { NOON } from './builders.ts';

/** Opens a draft that must be there. */
export async function openDraftRow(db: CitizenDatabase, draftId = 'd'): Promise<DraftRow> {
  const draft = await openDraft(db, draftId, NOON);
  if (!draft) throw new Error('No draft');
  return draft;
}
