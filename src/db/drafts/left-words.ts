import type { CitizenDatabase } from '../core/citizen-database.ts';
import { listLastWords } from './last-words.ts';
import { openDraft } from './save-draft.ts';

/**
 * Makes drafts of typing whose draft is not there. No page opens a draft that has arrived: what was typed in it, and put down when its page was left,
 * would be seen by nobody.
 */
export async function takeUpLeftWords(db: CitizenDatabase, now: Date): Promise<void> {
  const typed = await db.pendingText.toCollection().primaryKeys();
  for (const id of new Set([...typed, ...listLastWords(db).map(({ draftId }) => draftId)])) {
    if (!(await db.drafts.get(id))) await openDraft(db, id, now);
  }
}
