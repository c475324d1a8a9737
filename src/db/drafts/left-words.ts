import type { CitizenDatabase } from '../core/citizen-database.ts';
import { hasArrived } from './arrived.ts';
import { listLastWords } from './last-words.ts';
import { openDraft } from './save-draft.ts';

/**
 * Makes second drafts of what was typed in a draft that had arrived, and put down when its page was left: no page opens such a draft. Typing of other
 * drafts that are gone stays away with them: somebody has deleted them.
 */
export async function takeUpLeftWords(db: CitizenDatabase, now: Date): Promise<void> {
  const typed = await db.pendingText.toCollection().primaryKeys();
  for (const id of new Set([...typed, ...listLastWords(db).map(({ draftId }) => draftId)])) {
    if (!(await db.drafts.get(id)) && (await hasArrived(db, id))) await openDraft(db, id, now);
  }
}
