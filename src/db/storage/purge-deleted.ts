import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow } from '../core/schema.ts';
import { purgeSheets } from '../drafts/scans.ts';
import { listKeptOriginals } from '../drafts/smaller-photos.ts';
import { eraseAttachment } from '../files/attachment-rows.ts';
import { forgetOldDownloads } from '../files/downloads.ts';
import { eraseFiles } from '../files/scan-rows.ts';

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
