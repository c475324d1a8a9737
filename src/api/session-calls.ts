import type { CodeRequiredSession, Session, SignedInSession } from '../contract/types.ts';
import { type ApiClient, call, isEmpty } from './client.ts';
import type { Outcome } from './outcome.ts';

export function readSession({ http }: ApiClient): Promise<Outcome<Session>> {
  return call((signal) => http.GET('/session', { signal }));
}

export function startPasswordSignIn(
  { http }: ApiClient,
  credentials: { niss: string; password: string },
): Promise<Outcome<CodeRequiredSession>> {
  return call((signal) => http.POST('/session/password', { body: credentials, signal }));
}

export function confirmCode({ http }: ApiClient, code: string): Promise<Outcome<SignedInSession>> {
  return call((signal) => http.POST('/session/code', { body: { code }, signal }));
}

export function sendNewCode({ http }: ApiClient): Promise<Outcome<CodeRequiredSession>> {
  return call((signal) => http.POST('/session/code/new', { signal }));
}

export function startCmdSignIn({
  http,
}: ApiClient): Promise<Outcome<{ authorizeUrl: string; state: string }>> {
  return call((signal) => http.POST('/session/cmd', { signal }));
}

export function finishCmdSignIn(
  { http }: ApiClient,
  back: { code: string; state: string },
): Promise<Outcome<SignedInSession>> {
  return call((signal) => http.POST('/session/cmd/return', { body: back, signal }));
}

export function endSession({ http }: ApiClient): Promise<Outcome<undefined>> {
  return call((signal) => http.DELETE('/session', { signal }), isEmpty);
}

/** The session ends a whole idle time from now. */
export function extendSession({ http }: ApiClient): Promise<Outcome<SignedInSession>> {
  return call((signal) => http.POST('/session/extension', { signal }));
}
