import { notFound, redirect } from '@tanstack/react-router';
import type { CitizenDatabase } from '../../../../../db/core/citizen-database.ts';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { openDraft } from '../../../../../db/drafts/save-draft.ts';
import { findDraft } from '../../../../../features/draft-editor/find-draft.ts';
import { ADDRESSES, listAddress } from '../../../../../parts/addresses.ts';
import { runOrOfferRetry } from '../../../../../state/missed-page.ts';

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
    if (isShown) void runOrOfferRetry(() => tellDeleted(db, draftId));
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

async function tellDeleted(db: CitizenDatabase, draftId: string): Promise<void> {
  const { showDeletedNotice } = await import('../../../../../features/draft-editor/deleted-notice.ts');
  await showDeletedNotice(db, draftId);
}
