import type { useNavigate } from '@tanstack/react-router';
import type { SignedInSession } from '../../../contract/types.ts';
import type { ApiClient } from '../../api/client.ts';
import { endSession } from '../../api/session-calls.ts';
import { isQuotaError } from '../../db/core/storage-errors.ts';
import {
  keepPendingSignIn,
  readPendingSignIn,
  takePendingSignIn,
  wayBack,
} from '../../features/session/pending-sign-in.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { runOrOfferRetry } from '../../state/missed-page.ts';
import { dismissNotice } from '../../state/notices.ts';
import { promiseSend } from '../../state/promised-send.ts';
import { useSession } from '../../state/session.ts';
import { readReturnPath } from './return-path.ts';
import type { SessionChanges } from './session-control.ts';
import { showSessionNotice } from './session-notice.ts';

/** Opens the citizen's database and goes to the page that they wanted. A draft that they signed in to send is theirs by then, and is sent there. */
export async function finishSignIn(
  { session, api }: { session: SessionChanges; api: ApiClient },
  navigate: ReturnType<typeof useNavigate>,
  signedIn: SignedInSession,
): Promise<void> {
  dismissNotice();
  const pending = readPendingSignIn();
  const { shared, returnPath, press } = pending;
  // A page that is loaded anew meanwhile still leads to where the citizen wanted to go, but not to a draft that is not theirs yet: its page would be empty.
  if (press) keepPendingSignIn({ ...pending, returnPath: null, press: null });
  // The server has signed the citizen in, and its code works only once: only from a full device does a failure lead back to the sign-in.
  let isTriedAgain = false;
  await runOrOfferRetry(async () => {
    try {
      if (isTriedAgain) await requireStillHere(session, signedIn.citizen.id);
      isTriedAgain = true;
      await session.enter(signedIn, shared, press?.draftId);
    } catch (failure) {
      await endWhereFull(api, failure);
      keepPendingSignIn(pending);
      await navigate({ ...wayBack(), replace: true });
      return showSessionNotice('ended.notKept');
    }
    takePendingSignIn();
    if (press) promiseSend({ ...press, citizenId: signedIn.citizen.id });
    await navigate({ href: readReturnPath(returnPath) ?? ADDRESSES.requests, replace: true });
  });
}

/**
 * Ends the session at the server where the device is too full to know the citizen: whoever uses the device next would find it open. Rejects with any other
 * failure, and where the server is not told.
 */
async function endWhereFull(api: ApiClient, failure: unknown): Promise<void> {
  if (!isQuotaError(failure)) throw failure;
  // The citizen has not signed out: what they have submitted before is still sent.
  const { kind } = await endSession(api, { idle: true });
  if (kind !== 'accepted') throw failure;
}

/** Somebody else may be at this device by then: only the server knows whether it is still the citizen who signed in. */
async function requireStillHere(session: SessionChanges, citizenId: string): Promise<void> {
  await session.reconcile();
  if (useSession.getState().citizen?.id !== citizenId) throw new Error('The citizen is signed in no more');
}
