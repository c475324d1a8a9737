import { createFileRoute } from '@tanstack/react-router';
import { readSession } from '../../api/session-calls.ts';
import { ChangePasswordPage } from '../../features/session/password/change-password-page.tsx';
import { RecoverPasswordPage } from '../../features/session/password/recover-password-page.tsx';

/** A citizen who has signed in with a palavra-chave changes it here; anybody else recovers theirs. */
export const Route = createFileRoute('/palavra-chave')({
  staticData: { words: ['session', 'password'] },
  loader: async ({ context: { services } }) => {
    const outcome = await readSession(services.api);
    const session = outcome.kind === 'accepted' ? outcome.value : null;
    const canChange = session?.status === 'signedIn' && session.canChangePassword === true;
    return { changes: canChange ? session.citizen.id : null };
  },
  component: OwnPassword,
});

function OwnPassword() {
  const { changes } = Route.useLoaderData();
  return changes === null ? <RecoverPasswordPage /> : <ChangePasswordPage citizenId={changes} />;
}
