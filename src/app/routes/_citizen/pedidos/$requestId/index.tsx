import { createFileRoute } from '@tanstack/react-router';
import { RequestPlace } from './-request-place.tsx';

export const Route = createFileRoute('/_citizen/pedidos/$requestId/')({ component: RequestAddress });

function RequestAddress() {
  const { requestId } = Route.useParams();
  return <RequestPlace key={requestId} requestId={requestId} />;
}
