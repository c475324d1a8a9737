import { createFileRoute } from '@tanstack/react-router';
import { RequestPlace } from './-request-place.tsx';

export const Route = createFileRoute('/_citizen/pedidos/$requestId/')({
  loader: async ({ context: { services }, params: { requestId } }) => {
    const { readInitialRequest } = await import('../../../../../features/request-thread/request-stage.ts');
    const db = services.currentDatabase();
    return db && readInitialRequest(db, requestId);
  },
  // It may have been read ahead, when the pointer came near the link; live queries bring what has changed since.
  preloadStaleTime: 5000,
  component: RequestAddress,
});

function RequestAddress() {
  const { requestId } = Route.useParams();
  const initial = Route.useLoaderData();
  return <RequestPlace key={requestId} requestId={requestId} initial={initial} />;
}
