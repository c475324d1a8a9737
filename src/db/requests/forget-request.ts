import type { CitizenDatabase } from '../core/citizen-database.ts';
import { forgetDownload } from '../files/downloads.ts';

/** Tables that `forgetRequest` writes. */
export function forgettingTables(db: CitizenDatabase) {
  return [db.requests, db.messages, db.counters, db.files, db.attachments, db.chunks];
}

/**
 * The institution keeps it no longer, nor does the device: the request as it was, its messages and files. What the citizen has written and not
 * sent yet stays. Of what is not over it is never said. The caller holds a transaction over `forgettingTables`.
 */
export async function forgetRequest(db: CitizenDatabase, id: string): Promise<void> {
  const request = await db.requests.get(id);
  if (!request || (request.state !== 'closed' && request.state !== 'withdrawn')) return;
  await db.requests.delete(id);
  await db.counters
    .where('name')
    .equals(request.group)
    .modify((counter) => {
      counter.count -= 1;
    });
  await db.messages.where('[requestId+sentAt]').between([id, ''], [id, '\uffff']).delete();
  const downloads = await db.files.filter(({ requestId }) => requestId === id).primaryKeys();
  for (const attachmentId of downloads) await forgetDownload(db, attachmentId);
}
