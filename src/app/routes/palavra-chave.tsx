import { createFileRoute } from '@tanstack/react-router';
import { useContext } from 'react';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { ChangePasswordPage } from '../../features/session/password/change-password-page.tsx';
import { RecoverPasswordPage } from '../../features/session/password/recover-password-page.tsx';
import { useSession } from '../../state/session.ts';
import { readSessionSoon } from '../session/read-session-soon.ts';

/** A citizen who has signed in with a palavra-chave changes it here; anybody else recovers theirs. */
export const Route = createFileRoute('/palavra-chave')({
  staticData: { words: ['session', 'password'] },
  loader: async ({ context: { services } }) => {
    const outcome = await readSessionSoon(services);
    if (outcome.kind !== 'accepted') {
      // Recovering would end every session of a citizen who only wanted to change it.
      const { status, citizen } = useSession.getState();
      return { changes: citizen && status !== 'ended' ? citizen.id : null };
    }
    const session = outcome.value;
    const canChange = session.status === 'signedIn' && session.canChangePassword === true;
    return { changes: canChange ? session.citizen.id : null };
  },
  component: OwnPassword,
});

function OwnPassword() {
  const { changes } = Route.useLoaderData();
  const here = useContext(DatabaseContext)?.citizenId;
  return changes && changes === here ? <ChangePasswordPage citizenId={here} /> : <RecoverPasswordPage />;
}
