import { createFileRoute } from '@tanstack/react-router';
import { ReceiptPage } from '../../../../../features/receipt/receipt-page.tsx';
import { fetchOwnWords } from '../../../../shell/fetch-words.ts';

export const Route = createFileRoute('/_citizen/pedidos/$requestId/comprovativo')({
  staticData: { words: ['receipt', 'requests'] },
  loader: fetchOwnWords,
  component: ReceiptAddress,
});

function ReceiptAddress() {
  const { requestId } = Route.useParams();
  return <ReceiptPage key={requestId} requestId={requestId} />;
}
