import type { ApiClient } from '../../api/client.ts';
import { finishCmdSignIn } from '../../api/session-calls.ts';
import type { SignedInSession } from '../../contract/types.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { keepPendingSignIn, readPendingSignIn } from './pending-sign-in.ts';
import { issueOfFailure, type SignInIssue } from './sign-in-issue.ts';

/** What the provider sends back in the address; empty when absent. */
export interface CmdReturn {
  code: string;
  state: string;
  error: string;
}

/** The state is used up at the first look: an address that is opened again must not sign anybody in. */
function takeCmdState(): string | null {
  const pending = readPendingSignIn();
  keepPendingSignIn({ ...pending, cmdState: null });
  return pending.cmdState;
}

export async function finishCmd(
  api: ApiClient,
  back: CmdReturn,
): Promise<Result<SignedInSession, SignInIssue>> {
  const expected = takeCmdState();
  // A link made by somebody else would sign the citizen in as that somebody.
  if (expected === null || back.state !== expected) return err({ code: 'wrongState' });
  if (back.code === '') return err({ code: back.error === 'access_denied' ? 'cmdCancelled' : 'cmdRefused' });
  const outcome = await finishCmdSignIn(api, { code: back.code, state: back.state });
  return outcome.kind === 'accepted' ? ok(outcome.value) : err(issueOfFailure(outcome, 'cmdRefused'));
}
