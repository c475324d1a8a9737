import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { readRequest } from '../../db/requests/requests.ts';

export type FoundDraft =
  | { status: 'none' }
  | { status: 'open' | 'deleted'; draft: DraftRow }
  /** The draft was submitted. If the server has received it, the draft itself is gone. `requestId` is the request that it became, or that it replies to. */
  | { status: 'submitted'; requestId: string };

export async function findDraft(db: CitizenDatabase, draftId: string): Promise<FoundDraft> {
  const draft = await readDraft(db, draftId);
  if (!draft) return findArrived(db, draftId);
  if (draft.submittedAt !== null) {
    return { status: 'submitted', requestId: draft.replyTo?.requestId ?? draftId };
  }
  return { status: draft.deletedAt === null ? 'open' : 'deleted', draft };
}

async function findArrived(db: CitizenDatabase, draftId: string): Promise<FoundDraft> {
  const requestId = (await readRequest(db, draftId))?.id ?? (await db.messages.get(draftId))?.requestId;
  return requestId === undefined ? { status: 'none' } : { status: 'submitted', requestId };
}
