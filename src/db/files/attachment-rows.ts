import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow } from '../core/file-rows.ts';
import { eraseChunks } from './chunks.ts';

/** In the order in which they were added, without the removed. */
export async function listAttachments(db: CitizenDatabase, draftId: string): Promise<AttachmentRow[]> {
  const rows = await db.attachments.where('draftId').equals(draftId).sortBy('addedAt');
  return rows.filter((row) => row.removedAt === null);
}

/** The caller holds a transaction over `attachments` and `chunks`. */
export async function eraseAttachments(db: CitizenDatabase, draftId: string): Promise<void> {
  const ids = await db.attachments.where('draftId').equals(draftId).primaryKeys();
  for (const id of ids) await eraseAttachment(db, id);
}

export async function eraseAttachment(db: CitizenDatabase, id: string): Promise<void> {
  await eraseChunks(db, id);
  await db.attachments.delete(id);
}
