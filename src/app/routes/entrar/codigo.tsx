import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router';
import { CodePage } from '../../../features/session/code-page.tsx';
import { wayBack } from '../../../features/session/pending-sign-in.ts';
import { finishSignIn } from '../../session/finish-sign-in.ts';
import { readSessionSoon } from '../../session/read-session-soon.ts';

export const Route = createFileRoute('/entrar/codigo')({
  staticData: { words: ['session'] },
  loader: async ({ context }) => {
    context.services.session.prefetchSessionCode();
    const outcome = await readSessionSoon(context.services);
    // Without an answer the page is shown all the same: the citizen may write the code when the network is back.
    if (outcome.kind !== 'accepted') return { sentTo: null };
    if (outcome.value.status !== 'codeRequired') throw redirect({ ...wayBack(), replace: true });
    return { sentTo: outcome.value.codeSentTo };
  },
  component: Code,
});

function Code() {
  const { sentTo } = Route.useLoaderData();
  const { services } = Route.useRouteContext();
  const navigate = useNavigate();
  return <CodePage sentTo={sentTo} onSignedIn={(session) => finishSignIn(services, navigate, session)} />;
}
