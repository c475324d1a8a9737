import { createFileRoute, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { readReview } from '../../../../../features/draft-review/draft-review.tsx';
import { fetchWords } from '../../../../shell/fetch-words.ts';
import { REQUEST_WORDS } from '../../pedidos/$requestId/-request-words.ts';
import { needDraft } from './-need-draft.ts';
import { ReviewStep } from './-review-step.tsx';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/resumo')({
  beforeLoad: needDraft,
  loader: async ({ context: { services }, params: { draftId } }) => {
    const db = services.currentDatabase();
    const [review] = await Promise.all([db && readReview(db, draftId, new Date()), fetchWords('requests')]);
    return review ?? null;
  },
  component: ReviewRoute,
});

function ReviewRoute() {
  const { openedDraft } = Route.useRouteContext();
  const initial = Route.useLoaderData();
  useNextPage();
  return <ReviewStep key={openedDraft.id} draft={openedDraft} initial={initial} />;
}

/** Where *Submeter pedido* leads: fetched before it is pressed, so that its page follows at once. */
function useNextPage(): void {
  const router = useRouter();
  useEffect(() => {
    const code = router.loadRouteChunk(router.routesById['/_citizen/pedidos/$requestId/']);
    // Whoever shows the page waits for them too, and says when they do not come.
    Promise.all([code, fetchWords(...REQUEST_WORDS)]).catch(() => undefined);
  }, [router]);
}
