import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow } from '../core/schema.ts';
import { hasArrived } from '../drafts/arrived.ts';
import { listLastWords } from '../drafts/last-words.ts';
import { openDraft } from '../drafts/save-draft.ts';
import { purgeSheets } from '../drafts/scans.ts';
import { listKeptOriginals } from '../drafts/smaller-photos.ts';
import { forgetOldDownloads } from '../files/downloads.ts';
import { eraseAttachment, eraseFiles } from '../files/file-rows.ts';
import { draftIdOf, isDraftEntry } from '../outbox/commands.ts';

/** How long a deletion can be undone (*Desfazer*) by a citizen who left the page in a hurry. */
const KEEP_DELETED_MS = 24 * 60 * 60 * 1000;

/** Erases drafts, attachments and photos of paper that were deleted more than a day ago, and old downloads. */
export async function purgeDeleted(db: CitizenDatabase, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_DELETED_MS).toISOString();
  // A deletion that the account has not heard of must still be sent.
  const isSettled = (draft: DraftRow) => draft.account?.etag == null;
  const tables = [db.drafts, db.attachments, db.chunks, db.scans, db.pendingText];
  await db.transaction('rw', tables, async () => {
    const drafts = await db.drafts
      .filter((draft) => draft.deletedAt !== null && draft.deletedAt < before && isSettled(draft))
      .primaryKeys();
    for (const id of drafts) await eraseFiles(db, id);
    await db.pendingText.bulkDelete(drafts);
    await db.drafts.bulkDelete(drafts);
    const originals = await listKeptOriginals(db);
    const attachments = await db.attachments
      .filter(({ id, removedAt }) => removedAt !== null && removedAt < before && !originals.has(id))
      .primaryKeys();
    for (const id of attachments) await eraseAttachment(db, id);
    await purgeSheets(db, before);
  });
  await forgetOldDownloads(db, now);
}

/**
 * Opens drafts that were submitted, are in no outbox and have not arrived. A tab of the previous build deletes all entries of a request when
 * it hears of the request, replies included; their words would be hidden for ever.
 */
export async function reopenStranded(db: CitizenDatabase): Promise<void> {
  await db.transaction('rw', db.drafts, db.outbox, db.requests, db.messages, async () => {
    const submitted = await db.drafts.filter(({ submittedAt }) => submittedAt !== null).toArray();
    if (submitted.length === 0) return;
    const entries = (await db.outbox.toArray()).filter(isDraftEntry);
    const waiting = new Set(entries.map((entry) => draftIdOf(entry)));
    for (const { id } of submitted) {
      if (!waiting.has(id) && !(await hasArrived(db, id))) await db.drafts.update(id, { submittedAt: null });
    }
  });
}

/**
 * Makes second drafts of what was typed in a draft that had arrived, and put down when its page was left: no page opens such a draft. Typing of other
 * drafts that are gone stays away with them: somebody has deleted them.
 */
export async function takeUpLeftWords(db: CitizenDatabase, now: Date): Promise<void> {
  const typed = await db.pendingText.toCollection().primaryKeys();
  for (const id of new Set([...typed, ...listLastWords(db).map(({ draftId }) => draftId)])) {
    if (!(await db.drafts.get(id)) && (await hasArrived(db, id))) await openDraft(db, id, now);
  }
}
