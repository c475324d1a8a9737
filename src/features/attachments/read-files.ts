import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readPhotoOffers } from '../../db/drafts/smaller-photos.ts';
import { listAttachments } from '../../db/files/attachment-rows.ts';

/** What the list of files begins with; `citizenId` tells whose they are: nobody else is shown them. */
export type InitialFiles = Awaited<ReturnType<typeof readFiles>>;

/** Both from the same rows, so that no row is without its offer for a moment. */
export async function readFiles(db: CitizenDatabase, draftId: string) {
  const attachments = await listAttachments(db, draftId);
  return { citizenId: db.citizenId, attachments, offers: await readPhotoOffers(db, attachments) };
}
