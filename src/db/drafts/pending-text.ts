import { type CitizenDatabase, isErased } from '../core/citizen-database.ts';
import { withOlderWords } from '../core/older-rows.ts';
import type { PendingTextRow } from '../core/schema.ts';
import { forgetLastWords, keepLastWords, readLastWords } from './last-words.ts';

/** For the instant in which the page hides. `dropPendingText`, or `openDraft`, takes the words away. */
export function putPendingText(db: CitizenDatabase, row: PendingTextRow): void {
  const kept = withOlderWords(row);
  // Words are kept also when the database has been closed, by a newer build or because the page goes; but never for whoever has left.
  if (isErased(db) || keepLastWords(db.citizenId, kept) || !db.isOpen()) return;
  // A read-then-write is lost there, so this puts one row blindly and commits at once instead of waiting for an event loop that may never turn.
  const transaction = db.backendDB().transaction('pendingText', 'readwrite', { durability: 'strict' });
  transaction.objectStore('pendingText').put(kept);
  transaction.commit();
}

/** Once the words are saved; words that the same page has put down since stay. */
export async function dropPendingText(
  db: CitizenDatabase,
  { draftId, writer, typing }: Pick<PendingTextRow, 'draftId' | 'writer'> & { typing: number },
): Promise<void> {
  const isOld = (row: PendingTextRow | undefined) => row?.writer === writer && (row.typing ?? 0) <= typing;
  if (isOld(readLastWords(db.citizenId, draftId))) forgetLastWords(db.citizenId, draftId);
  await db.transaction('rw', db.pendingText, async () => {
    if (isOld(await db.pendingText.get(draftId))) await db.pendingText.delete(draftId);
  });
}
