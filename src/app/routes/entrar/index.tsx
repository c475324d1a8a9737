import { createFileRoute, redirect, useLocation, useNavigate } from '@tanstack/react-router';
import { SignInPage } from '../../../features/session/sign-in-page.tsx';
import { ADDRESSES } from '../../../parts/addresses.ts';
import { useSession } from '../../../state/session.ts';
import { readReturnPath } from '../../session/return-path.ts';
import { fetchOwnWords, fetchWords } from '../../shell/fetch-words.ts';

/** In demo mode: the accounts that can be used. The condition stands here in full, so that a production build contains none. */
async function fetchDemoAccounts() {
  if (!(import.meta.env.MODE === 'demo' || import.meta.env.DEV)) return null;
  const [{ DemoAccounts }] = await Promise.all([
    import('../../../features/demo/demo-accounts.tsx'),
    fetchWords('demo'),
  ]);
  return DemoAccounts;
}

export const Route = createFileRoute('/entrar/')({
  staticData: { words: ['session'] },
  validateSearch: (search: Record<string, unknown>): { voltar?: string } => {
    const voltar = readReturnPath(search.voltar);
    return voltar ? { voltar } : {};
  },
  beforeLoad: ({ search }) => {
    // Sent for at once: the loader, which waits for them, comes with the page. Their failure is the loader's to tell.
    fetchWords('session').catch(() => undefined);
    if (!useSession.getState().isSignedIn) return;
    throw redirect({ href: search.voltar ?? ADDRESSES.requests, replace: true });
  },
  loader: async (page) => {
    const [demoAccounts] = await Promise.all([fetchDemoAccounts(), fetchOwnWords(page)]);
    return { DemoAccounts: demoAccounts };
  },
  component: SignIn,
});

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** *Submeter pedido* was pressed before anybody had signed in. */
    isRequestWaiting?: boolean;
  }
}

function SignIn() {
  const { voltar } = Route.useSearch();
  const { DemoAccounts } = Route.useLoaderData();
  const navigate = useNavigate();
  const isRequestWaiting = useLocation({ select: ({ state }) => state.isRequestWaiting === true });
  return (
    <SignInPage
      isRequestWaiting={isRequestWaiting}
      returnPath={voltar ?? null}
      onCodeSent={() => navigate({ to: ADDRESSES.code })}
      demoAccounts={(fill) => DemoAccounts && <DemoAccounts onFill={fill} />}
    />
  );
}
