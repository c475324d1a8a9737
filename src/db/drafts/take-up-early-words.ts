import { hasEarlyWords } from '../../lib/database-names.ts';
import { forgetEarlyWords, listEarlyWords } from '../../lib/early-words.ts';
import { forgetPrerenderedDraft, prerenderedDraftId } from '../../lib/prerendered-page.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { isTabGuest } from '../core/occupant.ts';
import { openDraft } from './save-draft.ts';

/** What was typed into pages that ended before the app had come becomes drafts of the guest. The page that is open takes its own over itself. */
export async function takeUpEarlyWords(guest: CitizenDatabase, now: Date): Promise<void> {
  // On a shared device nothing is kept early: what is there is somebody else's.
  if (isTabGuest(guest) || !(await hasEarlyWords())) return;
  for (const { draftId, description, typedAt } of await listEarlyWords()) {
    if (draftId === prerenderedDraftId()) continue;
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

/** Once the draft has been saved that was begun on the page. */
export async function dropEarlyWords(draftId: string): Promise<void> {
  if (draftId !== prerenderedDraftId()) return;
  forgetPrerenderedDraft();
  await forgetEarlyWords(draftId);
}
