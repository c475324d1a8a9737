import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { CmdReturnPage } from '../../../features/session/cmd-return-page.tsx';
import { finishSignIn } from '../../session/finish-sign-in.ts';

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export const Route = createFileRoute('/entrar/cmd')({
  staticData: { words: ['session'] },
  loader: ({ context }) => context.services.session.prefetchSessionCode(),
  component: CmdReturn,
});

function CmdReturn() {
  // The address is read here and not by the route, whose code is part of each first load.
  const search: Record<string, unknown> = Route.useSearch();
  const { services } = Route.useRouteContext();
  const navigate = useNavigate();
  return (
    <CmdReturnPage
      code={readText(search.code)}
      state={readText(search.state)}
      error={readText(search.error)}
      onSignedIn={(session) => finishSignIn(services, navigate, session)}
    />
  );
}
