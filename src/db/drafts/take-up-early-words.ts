import { hasEarlyWords } from '../../lib/database-names.ts';
import { forgetEarlyWords, listEarlyWords } from '../../lib/early-words.ts';
import { forgetPrerenderedDraft, prerenderedDraftId } from '../../lib/prerendered-page.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { isTabGuest } from '../core/occupant.ts';
import { openDraft } from './save-draft.ts';

/** Makes guest drafts of words typed into pages that were left before the app was loaded. The open page takes over its own words itself. */
export async function takeUpEarlyWords(guest: CitizenDatabase, now: Date): Promise<void> {
  // A page on a shared device keeps no early words: any that are there are somebody else's.
  if (isTabGuest(guest) || !(await hasEarlyWords())) return;
  for (const { draftId, description, typedAt } of await listEarlyWords()) {
    if (draftId === prerenderedDraftId()) continue;
    // Words that the app put down when that page was left are newer, so they are merged first.
    await openDraft(guest, draftId, now);
    const draft = await guest.drafts.get(draftId);
    if (!draft || draft.updatedAt < typedAt) {
      await guest.pendingText.put({
        draftId,
        words: { description },
        baseRevision: 0,
        writer: 'early',
        typedAt,
      });
      await openDraft(guest, draftId, now);
    }
    await forgetEarlyWords(draftId);
  }
}

/** Removes early words once the draft that was begun with them is saved. */
export async function dropEarlyWords(draftId: string): Promise<void> {
  if (draftId !== prerenderedDraftId()) return;
  forgetPrerenderedDraft();
  await forgetEarlyWords(draftId);
}
