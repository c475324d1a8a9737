import { createFileRoute } from '@tanstack/react-router';
import { readInitialRequest } from '../../../../../features/request-thread/request-stage.ts';
import { fetchWords } from '../../../../shell/fetch-words.ts';
import { RequestPlace } from './-request-place.tsx';
import { REQUEST_WORDS } from './-request-words.ts';

export const Route = createFileRoute('/_citizen/pedidos/$requestId/')({
  loader: async ({ context: { services }, params: { requestId } }) => {
    const db = services.currentDatabase();
    const [initial] = await Promise.all([
      db && readInitialRequest(db, requestId),
      fetchWords(...REQUEST_WORDS),
    ]);
    return initial;
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
