import { createFileRoute } from '@tanstack/react-router';
import { ReceiptPage, readReceipt } from '../../../../../features/receipt/receipt-page.tsx';
import { fetchOwnWords } from '../../../../shell/fetch-words.ts';

export const Route = createFileRoute('/_citizen/pedidos/$requestId/comprovativo')({
  staticData: { words: ['receipt', 'requests'] },
  loader: async ({ context: { services }, params: { requestId }, route }) => {
    const db = services.session.database();
    const [initial] = await Promise.all([db && readReceipt(db, requestId), fetchOwnWords({ route })]);
    return initial;
  },
  component: ReceiptAddress,
});

function ReceiptAddress() {
  const { requestId } = Route.useParams();
  const initial = Route.useLoaderData();
  return <ReceiptPage key={requestId} requestId={requestId} initial={initial} />;
}
