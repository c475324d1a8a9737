import type { CitizenDatabase } from './citizen-database.ts';
import type { PendingTextRow } from './schema.ts';

/**
 * For the instant in which the page hides. A read-then-write is lost there, so this puts one row blindly and commits the transaction at
 * once instead of waiting for the event loop that may never turn again.
 */
export function putPendingText(db: CitizenDatabase, row: PendingTextRow): void {
  if (!db.isOpen()) return;
  const transaction = db.backendDB().transaction('pendingText', 'readwrite', { durability: 'strict' });
  transaction.objectStore('pendingText').put(row);
  transaction.commit();
}

/** Called after the same text has been saved in the ordinary way. */
export async function clearPendingText(db: CitizenDatabase, draftId: string): Promise<void> {
  await db.pendingText.delete(draftId);
}
