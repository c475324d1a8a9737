import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router';
import type { ApiClient } from '../../api/client.ts';
import { readReceiptKeys } from '../../api/receipt-key-calls.ts';
import { VerifyPage } from '../../features/verify/verify-page.tsx';
import { fetchOwnWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/verificar')({
  staticData: { words: ['verify', 'requests'] },
  loader: fetchOwnWords,
  component: Verify,
});

/** What follows the `#` is sent to no server; once it is read it stands in no address and no history. */
function Verify() {
  const { services } = Route.useRouteContext();
  const navigate = useNavigate();
  const code = useLocation({ select: ({ hash }) => hash });
  return (
    <VerifyPage
      readKeys={() => fetchKeys(services.api)}
      code={code}
      onCodeTaken={() => void navigate({ to: '.', replace: true, resetScroll: false })}
    />
  );
}

async function fetchKeys(api: ApiClient) {
  const outcome = await readReceiptKeys(api);
  return outcome.kind === 'accepted' ? outcome.value : null;
}
