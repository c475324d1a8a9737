import { createFileRoute } from '@tanstack/react-router';
import { Suspense } from 'react';
import { readInitialRequest } from '../../../../../features/request-thread/request-stage.ts';
import { lazyPart } from '../../../../../parts/lazy-part.tsx';
import { RequestPlace } from './-request-place.tsx';

export const Route = createFileRoute('/_citizen/pedidos/$requestId/')({
  // The texts of every page that this address may show, from *A enviar o pedido* to the last answer.
  staticData: {
    words: ['thread', 'requests', 'receipt', 'draft', 'attachments', 'issues', 'sync', 'topics'],
  },
  loader: async ({ context: { services }, params: { requestId } }) => {
    const db = services.session.database();
    return db && readInitialRequest(db, requestId);
  },
  // The request may have been read ahead, when the pointer came near the link; live queries bring what has changed since.
  preloadStaleTime: 5000,
  component: RequestAddress,
});

function RequestAddress() {
  const { requestId } = Route.useParams();
  const initial = Route.useLoaderData();
  return (
    <RequestPlace
      key={requestId}
      requestId={requestId}
      initial={initial}
      renderCode={(request) => (
        <Suspense>
          <OwnStatusCode request={request} />
        </Suspense>
      )}
    />
  );
}

/** Only *Pedido recebido* has the code, and only on paper. */
const OwnStatusCode = lazyPart(() => import('./-own-status-code.tsx'), 'OwnStatusCode');
