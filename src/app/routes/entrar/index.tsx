import { createFileRoute, redirect, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useOwn } from '../../../db/core/database-context.ts';
import { SignInPage } from '../../../features/session/sign-in-page.tsx';
import { fetchWords } from '../../../lib/fetch-words.ts';
import { ADDRESSES } from '../../../parts/addresses.ts';
import type { SendPress } from '../../../state/promised-send.ts';
import { useSession } from '../../../state/session.ts';
import { readReturnPath } from '../../session/return-path.ts';
import type { Services } from '../../shell/services.ts';

/** In demo mode, lists the accounts that can be used. The condition stands here in full, so that a production build contains none. */
async function fetchDemoAccounts() {
  if (!(import.meta.env.MODE === 'demo' || import.meta.env.DEV)) return null;
  const [{ DemoAccounts }] = await Promise.all([
    import('../../../features/demo/demo-accounts.tsx'),
    fetchWords('demo'),
  ]);
  return DemoAccounts;
}

/** Returns the draft that the citizen signs in to send, if it is still there. Only a sign-in with a draft waits for this code. */
async function fetchWaiting({ session }: Services, press: SendPress) {
  // After a reload it is not known yet who is here.
  await session.whoIsHere();
  const db = session.database();
  const [{ WaitingRequest }, draft] = await Promise.all([
    import('../../../features/session/waiting-request.tsx'),
    db?.drafts.get(press.draftId),
  ]);
  return db && draft ? { citizenId: db.citizenId, WaitingRequest, draft, press } : null;
}

export const Route = createFileRoute('/entrar/')({
  staticData: { words: ['session'] },
  // Always names `voltar`: the router keeps what an address has and this leaves out, and would lead to another site.
  validateSearch: (search: Record<string, unknown>): { voltar?: string | undefined } => ({
    voltar: readReturnPath(search.voltar),
  }),
  beforeLoad: ({ search }) => {
    if (!useSession.getState().isSignedIn) return;
    throw redirect({ href: search.voltar ?? ADDRESSES.requests, replace: true });
  },
  // The press stands in the history entry: what is read ahead for a link knows nothing of it.
  preload: false,
  loader: async (page) => {
    const { press } = page.location.state;
    const [demoAccounts, waiting] = await Promise.all([
      fetchDemoAccounts(),
      press ? fetchWaiting(page.context.services, press) : null,
    ]);
    return { DemoAccounts: demoAccounts, waiting };
  },
  component: SignIn,
});

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The press on **Iniciar sessão e enviar** that has led to this page. */
    press?: SendPress;
  }
}

function SignIn() {
  const { voltar } = Route.useSearch();
  const { DemoAccounts, waiting: found } = Route.useLoaderData();
  const waiting = useOwn(found);
  const navigate = useNavigate();
  const router = useRouter();
  const isSignedIn = useSession((session) => session.isSignedIn);

  // Only after the page is shown the server says who is signed in: the router then leads on.
  useEffect(() => {
    if (isSignedIn) void router.invalidate();
  }, [isSignedIn, router]);

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
