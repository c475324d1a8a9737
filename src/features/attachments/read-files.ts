import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readPhotoOffers } from '../../db/drafts/smaller-photos.ts';
import { listAttachments } from '../../db/files/attachment-rows.ts';

/** The files that were read before the list is drawn. `citizenId` is their owner: they are shown to nobody else. */
export type InitialFiles = Awaited<ReturnType<typeof readFiles>>;

/** Reads files and offers together, so that no file is drawn without its offer. */
export async function readFiles(db: CitizenDatabase, draftId: string) {
  const attachments = await listAttachments(db, draftId);
  return { citizenId: db.citizenId, attachments, offers: await readPhotoOffers(db, attachments) };
}
