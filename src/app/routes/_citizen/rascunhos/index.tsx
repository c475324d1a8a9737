import { createFileRoute, redirect } from '@tanstack/react-router';
import { isCitizen } from '../../../../db/core/citizen-database.ts';
import { GuestDraftsPage } from '../../../../features/request-list/guest-drafts-page.tsx';

/** A guest's drafts; a citizen's stand in the list of requests. */
export const Route = createFileRoute('/_citizen/rascunhos/')({
  beforeLoad: ({ context }) => {
    if (isCitizen(context.services.currentDatabase())) throw redirect({ to: '/pedidos', replace: true });
  },
  component: GuestDraftsPage,
});
