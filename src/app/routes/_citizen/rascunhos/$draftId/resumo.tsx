import { createFileRoute } from '@tanstack/react-router';
import { readReview } from '../../../../../features/draft-review/draft-review.tsx';
import { needDraft } from './-need-draft.ts';
import { ReviewStep } from './-review-step.tsx';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/resumo')({
  staticData: { words: ['requests', 'attachments'], next: '/_citizen/pedidos/$requestId/' },
  beforeLoad: needDraft,
  loader: async ({ context: { services }, params: { draftId } }) => {
    const db = services.session.database();
    return (db && (await readReview(db, draftId, new Date()))) ?? null;
  },
  component: ReviewRoute,
});

function ReviewRoute() {
  const { draft, services } = Route.useRouteContext();
  const initial = Route.useLoaderData();
  return <ReviewStep key={draft.id} draft={draft} initial={initial} clock={services.clock} />;
}
