import { createFileRoute } from '@tanstack/react-router';
import { needDraft } from './-need-draft.ts';
import { ReviewStep } from './-review-step.tsx';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/resumo')({
  beforeLoad: needDraft,
  component: ReviewRoute,
});

function ReviewRoute() {
  const { openedDraft } = Route.useRouteContext();
  return <ReviewStep key={openedDraft.id} draft={openedDraft} />;
}
