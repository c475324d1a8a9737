import type { CodeRequiredSession, Session, SignedInSession } from '../contract/types.ts';
import { type ApiClient, call, isEmpty } from './client.ts';
import type { Outcome } from './outcome.ts';

export function readSession({ http }: ApiClient): Promise<Outcome<Session>> {
  return call(() => http.GET('/session'));
}

export function startPasswordSignIn(
  { http }: ApiClient,
  credentials: { niss: string; password: string },
): Promise<Outcome<CodeRequiredSession>> {
  return call(() => http.POST('/session/password', { body: credentials }));
}

export function confirmCode({ http }: ApiClient, code: string): Promise<Outcome<SignedInSession>> {
  return call(() => http.POST('/session/code', { body: { code } }));
}

export function sendNewCode({ http }: ApiClient): Promise<Outcome<CodeRequiredSession>> {
  return call(() => http.POST('/session/code/new'));
}

export function startCmdSignIn({
  http,
}: ApiClient): Promise<Outcome<{ authorizeUrl: string; state: string }>> {
  return call(() => http.POST('/session/cmd'));
}

export function finishCmdSignIn(
  { http }: ApiClient,
  back: { code: string; state: string },
): Promise<Outcome<SignedInSession>> {
  return call(() => http.POST('/session/cmd/return', { body: back }));
}

export function endSession({ http }: ApiClient): Promise<Outcome<undefined>> {
  return call(() => http.DELETE('/session'), isEmpty);
}

/** The session ends a whole idle time from now. */
export function extendSession({ http }: ApiClient): Promise<Outcome<SignedInSession>> {
  return call(() => http.POST('/session/extension'));
}
