import type { CitizenDatabase } from './citizen-database.ts';
import type { PendingTextRow } from './schema.ts';

/**
 * For the instant in which the page hides. A read-then-write is lost there, so this puts one row blindly and commits the transaction at
 * once instead of waiting for the event loop that may never turn again. The next save of the text, or `openDraft`, takes the row away.
 */
export function putPendingText(db: CitizenDatabase, row: PendingTextRow): void {
  if (!db.isOpen()) return;
  const transaction = db.backendDB().transaction('pendingText', 'readwrite', { durability: 'strict' });
  transaction.objectStore('pendingText').put(row);
  transaction.commit();
}
