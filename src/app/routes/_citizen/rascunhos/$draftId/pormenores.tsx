import { createFileRoute, redirect, useLocation } from '@tanstack/react-router';
import { DetailsStep } from '../../../../../features/draft-editor/details-step.tsx';
import { STEP_ADDRESSES } from '../../../../../parts/addresses.ts';
import { needDraft } from './-need-draft.ts';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/pormenores')({
  // The step needs only the texts that every step has (`route.tsx`).
  staticData: { next: '/_citizen/rascunhos/$draftId/tema' },
  beforeLoad: (match) => {
    const needed = needDraft(match);
    // The citizen may have chosen another kind since.
    if (needed.draft.kind !== 'complaint')
      throw redirect({ to: STEP_ADDRESSES.description, params: match.params, replace: true });
    return needed;
  },
  component: DetailsRoute,
});

function DetailsRoute() {
  const { voltar } = Route.useSearch();
  const { draft } = Route.useRouteContext();
  const field = useLocation({ select: ({ state }) => state.field });
  return <DetailsStep key={draft.id} draft={draft} returnsToReview={voltar === 'resumo'} field={field} />;
}
