import { notFound, redirect } from '@tanstack/react-router';
import type { CitizenDatabase } from '../../../../../db/core/citizen-database.ts';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { openDraft } from '../../../../../db/drafts/save-draft.ts';
import { findDraft } from '../../../../../features/draft-editor/find-draft.ts';
import { ADDRESSES, listAddress } from '../../../../../parts/addresses.ts';
import { doOrMiss } from '../../../../../state/missed-page.ts';

/** As `crypto.randomUUID` writes it; an address may hold anything. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The draft of an address, whose id is the id of the request it may have become. `isShown`: somebody goes there, and is told where it has gone. */
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
    if (isShown) void doOrMiss(() => tellDeleted(db, draftId));
    throw redirect({ to: listAddress(db), replace: true });
  }
  const draft = await openDraft(db, draftId, new Date());
  // A reply is written where it is read: beside what it answers.
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
