import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { VerifyPage } from '../../features/verify/verify-page.tsx';
import { readServiceKeys } from '../device/service-keys.ts';

export const Route = createFileRoute('/verificar')({
  staticData: { words: ['verify'] },
  component: Verify,
});

/** The part of the address after `#` is sent to no server; once it is read, it is taken out of the address and the history. */
function Verify() {
  const { api } = Route.useRouteContext({ select: ({ services }) => services });
  const navigate = useNavigate();
  const code = useLocation({ select: ({ hash }) => hash });
  const readKeys = useCallback((anew: boolean) => readServiceKeys(api, anew), [api]);

  // Keeps the keys: a device on which this page was opened once with a connection can check without one.
  useEffect(() => void readKeys(false), [readKeys]);

  return (
    <VerifyPage
      readKeys={readKeys}
      code={code}
      onCodeTaken={() => void navigate({ to: '.', replace: true, resetScroll: false })}
    />
  );
}
