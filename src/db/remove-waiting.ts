import type { CitizenDatabase } from './citizen-database.ts';
import { deleteDraft, restoreDraft } from './drafts.ts';
import { takeBack } from './outbox.ts';
import { submitDraft } from './submit-draft.ts';

/** Takes back what waits and deletes its draft, in one step that `restoreWaiting` undoes. False while a round is sending it. */
export function removeWaiting(db: CitizenDatabase, requestId: string, now: Date): Promise<boolean> {
  return db.transaction('rw', db.drafts, db.outbox, db.progress, db.requests, async () => {
    const isTakenBack = await takeBack(db, requestId, now);
    if (isTakenBack) await deleteDraft(db, requestId, now);
    return isTakenBack;
  });
}

/** Waits again, under a new key. False: it is a draft that today's rules would not let through. */
export function restoreWaiting(db: CitizenDatabase, requestId: string, now: Date): Promise<boolean> {
  const tables = [db.drafts, db.attachments, db.outbox, db.facts, db.requests];
  return db.transaction('rw', tables, async () => {
    await restoreDraft(db, requestId);
    return (await submitDraft(db, requestId, now)).ok;
  });
}
