import { createFileRoute, notFound, redirect } from '@tanstack/react-router';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { openDraft, restoreDraft } from '../../../../../db/drafts/drafts.ts';
import { isUuid } from '../../../../../lib/is-uuid.ts';
import { ADDRESSES, listAddress, readStepSearch } from '../../../../../parts/addresses.ts';
import { fetchWords } from '../../../../shell/fetch-words.ts';
import { showDeletedNotice } from './-show-deleted-notice.ts';

/** Finds the draft of the address, whose id is the id of the request it may have become. */
export const Route = createFileRoute('/_citizen/rascunhos/$draftId')({
  validateSearch: readStepSearch,
  beforeLoad: async ({ context, params, preload }): Promise<{ draft: DraftRow | undefined }> => {
    fetchWords('draft', 'issues');
    const { draftId } = params;
    const db = context.services.currentDatabase();
    if (!db || !isUuid(draftId)) throw notFound();
    // Routes are known from the first page on; what finds drafts is not needed there.
    const { findDraft } = await import('../../../../../features/draft-editor/find-draft.ts');
    const found = await findDraft(db, draftId);
    if (found.status === 'submitted') {
      throw toRequest(found.requestId);
    }
    if (found.status === 'deleted') {
      if (!preload) void showDeletedNotice(() => void restoreDraft(db, draftId));
      throw redirect({ to: listAddress(db), replace: true });
    }
    const draft = await openDraft(db, draftId, new Date());
    // A reply is written where it is read: beside what it answers.
    if (draft?.replyTo) throw toRequest(draft.replyTo.requestId);
    return { draft };
  },
});

function toRequest(requestId: string) {
  return redirect({ to: ADDRESSES.request, params: { requestId }, replace: true });
}
