import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import { readDraft } from '../../db/drafts/drafts.ts';

export interface FoundReply {
  status: 'none' | 'open' | 'submitted' | 'deleted';
  /** Sync has found none, whatever the browser says. */
  hasNoConnection: boolean;
}

/** What has become of a reply, perhaps in another tab. */
export async function findReply(db: CitizenDatabase, draftId: string): Promise<FoundReply> {
  const [draft, message, { connection }] = await Promise.all([
    readDraft(db, draftId),
    db.messages.get(draftId),
    readSyncState(db),
  ]);
  return { status: statusOf(), hasNoConnection: connection === 'noConnection' };

  function statusOf(): FoundReply['status'] {
    if (!draft) return message ? 'submitted' : 'none';
    if (draft.submittedAt !== null) return 'submitted';
    return draft.deletedAt === null ? 'open' : 'deleted';
  }
}
