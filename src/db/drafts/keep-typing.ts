import { type CitizenDatabase, isErased } from '../core/citizen-database.ts';
import { withOlderWords } from '../core/older-rows.ts';
import type { PendingTextRow } from '../core/schema.ts';
import { forgetSameWords, keepLastWords } from './last-words.ts';

/**
 * Keeps what is typed in a draft that waits to be sent. The database has it also after the browser was killed; while it has words of another tab, or no
 * room, `localStorage` has it.
 */
export async function keepTyping(db: CitizenDatabase, row: PendingTextRow): Promise<void> {
  if (isErased(db)) return;
  const kept = withOlderWords(row);
  keepLastWords(db, kept);
  const isTaken = await db.transaction('rw', db.pendingText, async () => {
    const known = await db.pendingText.get(row.draftId);
    if (known && known.writer !== row.writer) return false;
    await db.pendingText.put(kept);
    return true;
  });
  if (isTaken) forgetSameWords(db, kept);
}
