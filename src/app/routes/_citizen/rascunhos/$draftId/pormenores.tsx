import { createFileRoute, redirect, useLocation } from '@tanstack/react-router';
import { DetailsStep } from '../../../../../features/draft-editor/details-step.tsx';
import { isAsked } from '../../../../../features/draft-editor/draft-screens.ts';
import { STEP_ADDRESSES } from '../../../../../parts/addresses.ts';
import { needDraft } from './-need-draft.ts';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/pormenores')({
  // The step needs only the texts that every step has (`route.tsx`).
  staticData: { next: '/_citizen/rascunhos/$draftId/tema' },
  beforeLoad: needDraft,
  loader: ({ context, params }) => {
    // The citizen may have chosen another kind since.
    if (!isAsked('details', context.draft))
      throw redirect({ to: STEP_ADDRESSES.description, params, replace: true });
  },
  component: DetailsRoute,
});

function DetailsRoute() {
  const { voltar } = Route.useSearch();
  const { draft } = Route.useRouteContext();
  const field = useLocation({ select: ({ state }) => state.field });
  return <DetailsStep key={draft.id} draft={draft} returnsToReview={voltar === 'resumo'} field={field} />;
}
