import { createFileRoute } from '@tanstack/react-router';
import { fetchWords } from '../../../../shell/fetch-words.ts';
import { needDraft } from './-need-draft.ts';
import { ReviewStep } from './-review-step.tsx';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/resumo')({
  beforeLoad: needDraft,
  loader: async ({ context: { services }, params: { draftId } }) => {
    const [{ readReview }] = await Promise.all([
      import('../../../../../features/draft-review/draft-review.tsx'),
      fetchWords('requests'),
    ]);
    const db = services.currentDatabase();
    return (db && (await readReview(db, draftId, new Date()))) ?? null;
  },
  component: ReviewRoute,
});

function ReviewRoute() {
  const { openedDraft } = Route.useRouteContext();
  const initial = Route.useLoaderData();
  return <ReviewStep key={openedDraft.id} draft={openedDraft} initial={initial} />;
}
