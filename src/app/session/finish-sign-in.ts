import type { useNavigate } from '@tanstack/react-router';
import type { SignedInSession } from '../../../contract/types.ts';
import { takePendingSignIn } from '../../features/session/pending-sign-in.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { doOrMiss } from '../../state/missed-page.ts';
import { dismissNotice } from '../../state/notices.ts';
import { readReturnPath } from './return-path.ts';
import type { SessionChanges } from './session-control.ts';

/** Where a guest who presses **Submeter pedido** comes from. */
const SUMMARY = /^\/rascunhos\/([^/]+)\/resumo$/;

/** Opens the citizen's database and goes to the page that they wanted. */
export async function finishSignIn(
  session: SessionChanges,
  navigate: ReturnType<typeof useNavigate>,
  signedIn: SignedInSession,
): Promise<void> {
  dismissNotice();
  const { shared, returnPath } = takePendingSignIn();
  // The server has let them in, and the code of it was good for once.
  await doOrMiss(async () => {
    await session.enter(signedIn, shared, SUMMARY.exec(returnPath ?? '')?.[1]);
    await navigate({ href: readReturnPath(returnPath) ?? ADDRESSES.requests, replace: true });
  });
}
