import type { useNavigate } from '@tanstack/react-router';
import type { SignedInSession } from '../../../contract/types.ts';
import { takePendingSignIn } from '../../features/session/pending-sign-in.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { runOrOfferRetry } from '../../state/missed-page.ts';
import { dismissNotice } from '../../state/notices.ts';
import { promiseSend } from '../../state/promised-send.ts';
import { useSession } from '../../state/session.ts';
import { readReturnPath } from './return-path.ts';
import type { SessionChanges } from './session-control.ts';

/** Opens the citizen's database and goes to the page that they wanted. A draft that they signed in to send is theirs by then, and is sent there. */
export async function finishSignIn(
  session: SessionChanges,
  navigate: ReturnType<typeof useNavigate>,
  signedIn: SignedInSession,
): Promise<void> {
  dismissNotice();
  const { shared, returnPath, press } = takePendingSignIn();
  // The server has signed the citizen in, and its code works only once: a failure from here on must not lead back to the sign-in.
  let isTriedAgain = false;
  await runOrOfferRetry(async () => {
    if (isTriedAgain) await requireStillHere(session, signedIn.citizen.id);
    isTriedAgain = true;
    await session.enter(signedIn, shared, press?.draftId);
    if (press) promiseSend({ ...press, citizenId: signedIn.citizen.id });
    await navigate({ href: readReturnPath(returnPath) ?? ADDRESSES.requests, replace: true });
  });
}

/** Somebody else may be at this device by then: only the server knows whether it is still the citizen who signed in. */
async function requireStillHere(session: SessionChanges, citizenId: string): Promise<void> {
  await session.reconcile();
  if (useSession.getState().citizen?.id !== citizenId) throw new Error('The citizen is signed in no more');
}
