import type { CitizenPurpose } from '../../../contract/types.ts';
import { hasContent } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, readMetadata } from '../core/metadata.ts';
import type { DraftRow } from '../core/schema.ts';
import { filterWithFiles, isOpen } from '../drafts/drafts.ts';

/** Returns the id of the open reply, or reserves one until something is written: two tabs get the same id, and no empty draft is made. */
export function reserveReplyId(db: CitizenDatabase, requestId: string, purpose: CitizenPurpose) {
  return db.transaction('rw', db.drafts, db.messages, db.metadata, async () => {
    const drafts = await readReplyDrafts(db, requestId);
    const open = drafts.find((draft) => isOpen(draft) && draft.replyTo?.purpose === purpose);
    if (open) return open.id;
    const ids = await readMetadata(db, 'replyIds');
    const key = `${requestId}/${purpose}`;
    const kept = ids[key];
    const isFree = kept !== undefined && !(await db.drafts.get(kept)) && !(await db.messages.get(kept));
    if (isFree) return kept;
    const id = crypto.randomUUID();
    await keepMetadata(db, 'replyIds', { ...ids, [key]: id });
    return id;
  });
}

/** Reads the reply drafts of a request, oldest first: a conflict copy comes after the draft from which it was split. */
async function readReplyDrafts(db: CitizenDatabase, requestId: string): Promise<DraftRow[]> {
  return db.drafts.where('replyTo.requestId').equals(requestId).sortBy('createdAt');
}

/** Lists open replies with words, files or photos of paper, oldest first. */
export function listReplyDrafts(db: CitizenDatabase, requestId: string): Promise<DraftRow[]> {
  return db.transaction('r', db.drafts, db.attachments, db.scans, async () => {
    const drafts = (await readReplyDrafts(db, requestId)).filter(isOpen);
    return filterWithFiles(db, drafts, hasContent);
  });
}
