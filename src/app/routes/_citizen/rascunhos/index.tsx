import { createFileRoute, redirect } from '@tanstack/react-router';
import { GuestDraftsPage } from '../../../../features/request-list/guest-drafts-page.tsx';
import { ADDRESSES } from '../../../../parts/addresses.ts';
import { useSession } from '../../../../state/session.ts';

/** A guest's drafts; a citizen's stand in the list of requests. */
export const Route = createFileRoute('/_citizen/rascunhos/')({
  staticData: { words: ['session', 'draft', 'requests'], next: '/_citizen/rascunhos/$draftId/descricao' },
  beforeLoad: () => {
    if (useSession.getState().citizen) throw redirect({ to: ADDRESSES.requests, replace: true });
  },
  component: GuestDraftsPage,
});
