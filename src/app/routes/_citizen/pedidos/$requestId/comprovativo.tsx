import { createFileRoute } from '@tanstack/react-router';
import { useMemo } from 'react';
import { endStatusCode, readStatusCode, renewStatusCode } from '../../../../../api/status-calls.ts';
import { useDatabase } from '../../../../../db/core/database-context.ts';
import { ReceiptPage, readReceipt } from '../../../../../features/receipt/receipt-page.tsx';
import {
  type StatusCodeCalls,
  StatusCodeSection,
} from '../../../../../features/status/status-code-section.tsx';

export const Route = createFileRoute('/_citizen/pedidos/$requestId/comprovativo')({
  staticData: { words: ['receipt', 'requests'] },
  loader: async ({ context: { services }, params: { requestId } }) => {
    const db = services.session.database();
    return db && readReceipt(db, requestId);
  },
  component: ReceiptAddress,
});

function ReceiptAddress() {
  const { requestId } = Route.useParams();
  const initial = Route.useLoaderData();
  const calls = useStatusCodeCalls();
  return (
    <ReceiptPage
      key={requestId}
      requestId={requestId}
      initial={initial}
      renderBelow={(request) => <StatusCodeSection request={request} calls={calls} />}
    />
  );
}

function useStatusCodeCalls(): StatusCodeCalls {
  const api = Route.useRouteContext({ select: ({ services }) => services.api });
  const { citizenId } = useDatabase();
  return useMemo(
    () => ({
      read: (requestId) => readStatusCode(api, { citizenId, requestId }),
      renew: (requestId, replaces) => renewStatusCode(api, { citizenId, requestId }, replaces),
      end: (requestId) => endStatusCode(api, { citizenId, requestId }),
    }),
    [api, citizenId],
  );
}
