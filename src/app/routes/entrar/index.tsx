import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router';
import { SignInPage } from '../../../features/session/sign-in-page.tsx';
import { ADDRESSES } from '../../../parts/addresses.ts';
import type { SendPress } from '../../../state/promised-send.ts';
import { useSession } from '../../../state/session.ts';
import { readReturnPath } from '../../session/return-path.ts';
import { fetchOwnWords, fetchWords } from '../../shell/fetch-words.ts';
import type { Services } from '../../shell/services.ts';

/** In demo mode: the accounts that can be used. The condition stands here in full, so that a production build contains none. */
async function fetchDemoAccounts() {
  if (!(import.meta.env.MODE === 'demo' || import.meta.env.DEV)) return null;
  const [{ DemoAccounts }] = await Promise.all([
    import('../../../features/demo/demo-accounts.tsx'),
    fetchWords('demo'),
  ]);
  return DemoAccounts;
}

/** What was pressed for, and is still there. Its code is not part of what everybody waits for. */
async function fetchWaiting({ session }: Services, press: SendPress) {
  // As after a reload.
  await session.whoIsHere();
  const [{ WaitingRequest }, draft] = await Promise.all([
    import('../../../features/session/waiting-request.tsx'),
    session.database()?.drafts.get(press.draftId),
  ]);
  return draft && { WaitingRequest, draft, press };
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
    const { press } = page.location.state;
    const [demoAccounts, waiting] = await Promise.all([
      fetchDemoAccounts(),
      press && fetchWaiting(page.context.services, press),
      fetchOwnWords(page),
    ]);
    return { DemoAccounts: demoAccounts, waiting };
  },
  component: SignIn,
});

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Who signs in here does so to send it. */
    press?: SendPress;
  }
}

function SignIn() {
  const { voltar } = Route.useSearch();
  const { DemoAccounts, waiting } = Route.useLoaderData();
  const navigate = useNavigate();
  return (
    <SignInPage
      waiting={waiting && <waiting.WaitingRequest draft={waiting.draft} />}
      press={waiting?.press ?? null}
      returnPath={voltar ?? null}
      onCodeSent={() => navigate({ to: ADDRESSES.code })}
      demoAccounts={(fill) => DemoAccounts && <DemoAccounts onFill={fill} />}
    />
  );
}
