import type { Session, SignedInSession } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer, isEmpty, isKnown, type Outcome } from './client.ts';

/** A header that no form of another site can send; without it a link elsewhere could sign the citizen out. */
export const FROM_APP = { header: { 'X-App': 'e-clic' } } as const;

const NOBODY: Session = { status: 'signedOut' };

/** `known` is the session that the server returned last. */
export function readSession({ http }: ApiClient, known: object = NOBODY): Promise<Outcome<Session>> {
  // `expiresAt` differs in each answer and is not compared.
  const expiresAt = '';
  return call(
    http.GET('/session'),
    (session, response) =>
      isKnown({ ...session, expiresAt }, { ...known, expiresAt }) || isAnswer('session')(session, response),
  );
}

/**
 * `keeps`: what the citizen wrote stays on this device, which may still be told to erase it. `idle`: it stays as well, and the ticket (decision 0041)
 * still sends what was submitted. `forget`: the browser is told to forget all that this site has stored.
 */
export function endSession(
  { http }: ApiClient,
  query: { keeps?: true; idle?: true; forget?: 'device' } = {},
): Promise<Outcome<undefined>> {
  return call(http.DELETE('/session', { params: { ...FROM_APP, query } }), isEmpty);
}

/** Has the session end a whole idle time from now. */
export function extendSession({ http }: ApiClient): Promise<Outcome<SignedInSession>> {
  return call(http.POST('/session/extension', { params: FROM_APP }), isAnswer('signedIn'));
}

/** Tells the server that this device has erased what another one asked it to. */
export function confirmErased({ http }: ApiClient): Promise<Outcome<undefined>> {
  return call(http.POST('/session/erased', { params: FROM_APP }), isEmpty);
}
