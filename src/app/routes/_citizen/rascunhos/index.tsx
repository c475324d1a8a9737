import { createFileRoute, redirect } from '@tanstack/react-router';
import { isCitizen } from '../../../../db/core/occupant.ts';
import { GuestDraftsPage } from '../../../../features/request-list/guest-drafts-page.tsx';
import { ADDRESSES } from '../../../../parts/addresses.ts';
import { fetchOwnWords } from '../../../shell/fetch-words.ts';

/** A guest's drafts; a citizen's stand in the list of requests. */
export const Route = createFileRoute('/_citizen/rascunhos/')({
  staticData: { words: ['session', 'draft', 'requests'], next: '/_citizen/rascunhos/$draftId/descricao' },
  beforeLoad: ({ context }) => {
    if (isCitizen(context.services.currentDatabase()))
      throw redirect({ to: ADDRESSES.requests, replace: true });
  },
  loader: fetchOwnWords,
  component: GuestDraftsPage,
});
