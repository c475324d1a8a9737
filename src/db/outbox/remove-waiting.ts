import type { CitizenDatabase } from '../core/citizen-database.ts';
import { deleteDraft, readDraft, restoreDraft } from '../drafts/drafts.ts';
import { submitReply } from './replies.ts';
import { submitDraft } from './submit-draft.ts';
import { takeBack, takeBackReply, takeBackTables } from './take-back.ts';

/** Takes back a request or a reply that waits and deletes its draft, in one step that `restoreWaiting` undoes. False while a round is sending it. */
export function removeWaiting(db: CitizenDatabase, draftId: string, now: Date): Promise<boolean> {
  return db.transaction('rw', takeBackTables(db), async () => {
    const isTakenBack = (await takeBack(db, draftId, now)) || (await takeBackReply(db, draftId, now));
    if (isTakenBack) await deleteDraft(db, draftId, now);
    return isTakenBack;
  });
}

/** Waits again, under a new key. False: it is a draft that today's rules would not let through. */
export function restoreWaiting(db: CitizenDatabase, draftId: string, now: Date): Promise<boolean> {
  const tables = [db.drafts, db.attachments, db.outbox, db.facts, db.requests, db.messages];
  return db.transaction('rw', tables, async () => {
    await restoreDraft(db, draftId);
    const isReply = Boolean((await readDraft(db, draftId))?.replyTo);
    return (await (isReply ? submitReply : submitDraft)(db, draftId, now)).ok;
  });
}
