import { notFound, redirect } from '@tanstack/react-router';
import i18next from 'i18next';
import type { CitizenDatabase } from '../../../../../db/core/citizen-database.ts';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { restoreDraft } from '../../../../../db/drafts/mark-draft.ts';
import { openDraft } from '../../../../../db/drafts/save-draft.ts';
import { findDraft } from '../../../../../features/draft-editor/find-draft.ts';
import { ADDRESSES, listAddress } from '../../../../../parts/addresses.ts';
import { showNotice } from '../../../../../state/notices.ts';

/** The form that `crypto.randomUUID` writes; an address may hold anything. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Finds the draft of an address. Its id is also the id of the request that it may have become. `isShown`: the citizen goes to the page, and is told
 * if the draft was deleted.
 */
export async function openStep(
  db: CitizenDatabase | null,
  draftId: string,
  isShown: boolean,
): Promise<{ draft: DraftRow | undefined }> {
  if (!db || !UUID.test(draftId)) throw notFound();
  const found = await findDraft(db, draftId);
  if (found.status === 'submitted') {
    throw toRequest(found.requestId);
  }
  if (found.status === 'deleted') {
    if (isShown) tellDeleted(db, draftId);
    throw redirect({ to: listAddress(db), replace: true });
  }
  const draft = await openDraft(db, draftId, new Date());
  // A reply is written on the page of its request, beside what it answers.
  if (draft?.replyTo) throw toRequest(draft.replyTo.requestId);
  return { draft };
}

function toRequest(requestId: string) {
  return redirect({ to: ADDRESSES.request, params: { requestId }, replace: true });
}

/** Says on the list that a draft was deleted, with a button to undo that. The address of a deleted draft leads to the list. */
function tellDeleted(db: CitizenDatabase, draftId: string): void {
  const t = i18next.getFixedT(null, 'draft');
  showNotice({
    text: t('wasDeleted'),
    undo: { label: t('undo'), run: () => void restoreDraft(db, draftId) },
  });
}
