import { createFileRoute, notFound, redirect } from '@tanstack/react-router';
import type { CitizenDatabase } from '../../../../../db/core/citizen-database.ts';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { ADDRESSES, listAddress, readStepSearch } from '../../../../../parts/addresses.ts';
import { fetchWords } from '../../../../shell/fetch-words.ts';

/** As `crypto.randomUUID` writes it; an address may hold anything. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const WORDS = ['draft', 'issues'];

/** Routes are part of the first load; what finds and opens drafts is not needed there. */
const loadDraftCode = () =>
  Promise.all([
    import('../../../../../features/draft-editor/find-draft.ts'),
    import('../../../../../db/drafts/save-draft.ts'),
  ]);

/** Finds the draft of the address, whose id is the id of the request it may have become. */
export const Route = createFileRoute('/_citizen/rascunhos/$draftId')({
  staticData: { words: WORDS, code: loadDraftCode },
  validateSearch: readStepSearch,
  beforeLoad: async ({ context, params, preload }): Promise<{ draft: DraftRow | undefined }> => {
    const { draftId } = params;
    const db = context.services.currentDatabase();
    if (!db || !UUID.test(draftId)) throw notFound();
    const [[{ findDraft }, { openDraft }]] = await Promise.all([loadDraftCode(), fetchWords(...WORDS)]);
    const found = await findDraft(db, draftId);
    if (found.status === 'submitted') {
      throw toRequest(found.requestId);
    }
    if (found.status === 'deleted') {
      if (!preload) void tellDeleted(db, draftId);
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

async function tellDeleted(db: CitizenDatabase, draftId: string): Promise<void> {
  const { showDeletedNotice } = await import('../../../../../features/draft-editor/deleted-notice.ts');
  await showDeletedNotice(db, draftId);
}
