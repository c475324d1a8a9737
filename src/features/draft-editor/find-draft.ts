import type { CitizenDatabase } from '../../db/citizen-database.ts';
import { readDraft } from '../../db/drafts.ts';
import { readRequest } from '../../db/requests.ts';
import type { DraftRow } from '../../db/schema.ts';

export type FoundDraft =
  | { status: 'none' }
  | { status: 'open' | 'deleted'; draft: DraftRow }
  /** Perhaps received already: then no draft is left. */
  | { status: 'submitted' };

export async function findDraft(db: CitizenDatabase, draftId: string): Promise<FoundDraft> {
  const draft = await readDraft(db, draftId);
  if (!draft) return { status: (await readRequest(db, draftId)) ? 'submitted' : 'none' };
  if (draft.submittedAt !== null) return { status: 'submitted' };
  return { status: draft.deletedAt === null ? 'open' : 'deleted', draft };
}
