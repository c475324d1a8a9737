import type { CodeRequiredSession, Session, SignedInSession } from '../contract/types.ts';
import { type ApiClient, call, isAnswer, isEmpty, isKnown } from './client.ts';
import type { Outcome } from './outcome.ts';

/** No form of another site can send it: signing out by a link elsewhere would otherwise be possible. */
const FROM_APP = { header: { 'X-App': 'e-clic' } } as const;

const NOBODY: Session = { status: 'signedOut' };

/** `known` is what the session said last. */
export function readSession({ http }: ApiClient, known: object = NOBODY): Promise<Outcome<Session>> {
  // When it ends is said anew each time.
  const expiresAt = '';
  return call(
    () => http.GET('/session'),
    (session, response) =>
      isKnown({ ...session, expiresAt }, { ...known, expiresAt }) || isAnswer('session')(session, response),
  );
}

export function startPasswordSignIn(
  { http }: ApiClient,
  credentials: { niss: string; password: string },
): Promise<Outcome<CodeRequiredSession>> {
  return call(() => http.POST('/session/password', { body: credentials }), isAnswer('codeRequired'));
}

export function confirmCode({ http }: ApiClient, code: string): Promise<Outcome<SignedInSession>> {
  return call(() => http.POST('/session/code', { body: { code } }), isAnswer('signedIn'));
}

export function sendNewCode({ http }: ApiClient): Promise<Outcome<CodeRequiredSession>> {
  return call(() => http.POST('/session/code/new', { params: FROM_APP }), isAnswer('codeRequired'));
}

export function startCmdSignIn({
  http,
}: ApiClient): Promise<Outcome<{ authorizeUrl: string; state: string }>> {
  return call(() => http.POST('/session/cmd', { params: FROM_APP }), isAnswer('redirect'));
}

export function finishCmdSignIn(
  { http }: ApiClient,
  back: { code: string; state: string },
): Promise<Outcome<SignedInSession>> {
  return call(() => http.POST('/session/cmd/return', { body: back }), isAnswer('signedIn'));
}

export function endSession({ http }: ApiClient): Promise<Outcome<undefined>> {
  return call(() => http.DELETE('/session', { params: FROM_APP }), isEmpty);
}

/** The session ends a whole idle time from now. */
export function extendSession({ http }: ApiClient): Promise<Outcome<SignedInSession>> {
  return call(() => http.POST('/session/extension', { params: FROM_APP }), isAnswer('signedIn'));
}
