import { createFileRoute } from '@tanstack/react-router';
import { RequestPlace } from './-request-place.tsx';

export const Route = createFileRoute('/_citizen/pedidos/$requestId/')({
  loader: async ({ context: { services }, params: { requestId } }) => {
    const { readFirstRequest } = await import('../../../../../features/request-thread/read-first-request.ts');
    const db = services.currentDatabase();
    return db && readFirstRequest(db, requestId);
  },
  // Read when the finger came near; what has changed since then follows on its own.
  preloadStaleTime: 5000,
  component: RequestAddress,
});

function RequestAddress() {
  const { requestId } = Route.useParams();
  const first = Route.useLoaderData();
  return <RequestPlace key={requestId} requestId={requestId} first={first} />;
}
