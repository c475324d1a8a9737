import type { CodeRequiredSession, SignedInSession } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer, type Outcome, SERVER_AWAY } from './client.ts';
import { FROM_APP } from './session-calls.ts';

/** Begins a sign-in once the server has heard of the sign-out before it, which would otherwise end the sign-in. */
async function begin<T>(api: ApiClient, start: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return (await api.signOutFirst?.()) === false ? SERVER_AWAY : start();
}

export function startPasswordSignIn(
  api: ApiClient,
  credentials: { niss: string; password: string },
): Promise<Outcome<CodeRequiredSession>> {
  return begin(api, () =>
    call(api.http.POST('/session/password', { body: credentials }), isAnswer('codeRequired')),
  );
}

/** `shared`: what the citizen said of the device; the server ends the session accordingly. */
export function confirmCode(
  { http }: ApiClient,
  confirmation: { code: string; shared: boolean },
): Promise<Outcome<SignedInSession>> {
  return call(http.POST('/session/code', { body: confirmation }), isAnswer('signedIn'));
}

export function sendNewCode({ http }: ApiClient): Promise<Outcome<CodeRequiredSession>> {
  return call(http.POST('/session/code/new', { params: FROM_APP }), isAnswer('codeRequired'));
}

export function startCmdSignIn(api: ApiClient): Promise<Outcome<{ authorizeUrl: string; state: string }>> {
  return begin(api, () => call(api.http.POST('/session/cmd', { params: FROM_APP }), isAnswer('redirect')));
}

export function finishCmdSignIn(
  { http }: ApiClient,
  back: { code: string; state: string; shared: boolean },
): Promise<Outcome<SignedInSession>> {
  return call(http.POST('/session/cmd/return', { body: back }), isAnswer('signedIn'));
}
