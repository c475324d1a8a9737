import { createFileRoute } from '@tanstack/react-router';
import { ReceiptPage } from '../../../../../features/receipt/receipt-page.tsx';

export const Route = createFileRoute('/_citizen/pedidos/$requestId/comprovativo')({
  component: ReceiptAddress,
});

function ReceiptAddress() {
  const { requestId } = Route.useParams();
  return <ReceiptPage key={requestId} requestId={requestId} />;
}
