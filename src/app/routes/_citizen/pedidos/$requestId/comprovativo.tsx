import { createFileRoute } from '@tanstack/react-router';
import { ReceiptPage, readReceipt } from '../../../../../features/receipt/receipt-page.tsx';
import { OwnStatusCode } from './-own-status-code.tsx';

export const Route = createFileRoute('/_citizen/pedidos/$requestId/comprovativo')({
  staticData: { words: ['receipt', 'requests', 'topics'] },
  loader: async ({ context: { services }, params: { requestId } }) => {
    const db = services.session.database();
    return db && readReceipt(db, requestId);
  },
  component: ReceiptAddress,
});

function ReceiptAddress() {
  const { requestId } = Route.useParams();
  const initial = Route.useLoaderData();
  return (
    <ReceiptPage
      key={requestId}
      requestId={requestId}
      initial={initial}
      renderBelow={(request) => <OwnStatusCode request={request} />}
    />
  );
}
