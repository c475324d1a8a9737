import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { VerifyPage } from '../../features/verify/verify-page.tsx';
import { readServiceKeys } from '../device/service-keys.ts';
import { fetchOwnWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/verificar')({
  staticData: { words: ['verify'] },
  loader: fetchOwnWords,
  component: Verify,
});

/** What follows the `#` is sent to no server; once it is read it stands in no address and no history. */
function Verify() {
  const { api } = Route.useRouteContext({ select: ({ services }) => services });
  const navigate = useNavigate();
  const code = useLocation({ select: ({ hash }) => hash });
  const readKeys = useCallback((anew: boolean) => readServiceKeys(api, anew), [api]);

  // Whoever has opened this page once with a connection checks without one.
  useEffect(() => void readKeys(false), [readKeys]);

  return (
    <VerifyPage
      readKeys={readKeys}
      code={code}
      onCodeTaken={() => void navigate({ to: '.', replace: true, resetScroll: false })}
    />
  );
}
