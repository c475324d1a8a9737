/** @jsxImportSource hono/jsx */
import type { Context as Call } from 'hono';
import type { Env } from '../caller.ts';
import { type ClerkSession, findClerkSession } from '../clerks/clerk-sessions.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { findForReader, type OfficeRequest } from '../office/read-request.ts';
import { hashSecret } from '../seal.ts';
import { type Reader, readerOfClerk } from '../services/reach.ts';
import { goTo, html, NotFoundPage } from './answers.tsx';
import { readSecret } from './clerk-cookie.ts';
import { markForms } from './form-mark.ts';
import { isOthers } from './hidden-fields.tsx';
import { referenceOf, signInPath } from './paths.ts';
import { nameTopic } from './topic-name.ts';

/** A clerk, with the session of the browser that calls. */
export interface ClerkInSession extends Clerk {
  /** The hash of the session's secret, in hex. */
  sessionHash: string;
}

type FoundSession =
  | { status: Exclude<ClerkSession['status'], 'signedOut'>; clerk: ClerkInSession }
  | { status: 'signedOut' };

export async function findSession(context: Context, call: Call<Env>): Promise<FoundSession> {
  const secret = readSecret(context, call);
  const session = await findClerkSession(context, secret);
  if (session.status === 'signedOut') return session;
  const sessionHash = Buffer.from(hashSecret(secret)).toString('hex');
  return { status: session.status, clerk: { ...session.clerk, sessionHash } };
}

/** Throws a redirect to the sign-in, which leads back to the request if one was asked for. */
export async function requireClerk(context: Context, call: Call<Env>): Promise<ClerkInSession> {
  const session = await findSession(context, call);
  if (session.status === 'signedIn') return session.clerk;
  throw goToSignIn(call.req.param('reference'));
}

/** Returns the clerk who wrote in a form; null: they are not signed in here any more. */
export async function findWriter(
  context: Context,
  call: Call<Env>,
  writer: string,
): Promise<ClerkInSession | null> {
  const session = await findSession(context, call);
  return session.status === 'signedIn' && !isOthers(writer, session.clerk) ? session.clerk : null;
}

export function goToSignIn(reference: string | undefined): Response {
  return goTo(signInPath(referenceOf(reference)));
}

/** A request, with the clerk who reads it and the services that they may see. */
export interface ReadRequest extends OfficeRequest {
  reader: Reader;
  /** The mark that the forms of its page bear. */
  formMark: string;
}

/** Returns null also for another service's request. */
export async function findRequest(
  context: Context,
  clerk: ClerkInSession,
  reference: string,
): Promise<ReadRequest | null> {
  const reader = await readerOfClerk(context.db, clerk);
  const found = await findForReader(context, reader, reference);
  if (!found) return null;
  const formMark = markForms(context, clerk.sessionHash, reference);
  return { ...nameTopic(context.topics, found), reader, formMark };
}

/** Throws the «not found» page if there is no such request or another service has it. The page shows the words that were written about it. */
export async function requireRequest(
  context: Context,
  clerk: ClerkInSession,
  reference: string,
  words = '',
): Promise<ReadRequest> {
  const found = await findRequest(context, clerk, reference);
  if (!found) throw html(<NotFoundPage clerk={clerk} words={words} />, 404);
  return found;
}

/** Throws the «not found» page to a clerk who is no supervisor. */
export async function requireSupervisor(context: Context, call: Call<Env>): Promise<Clerk> {
  const clerk = await requireClerk(context, call);
  if (!clerk.isSupervisor) throw html(<NotFoundPage clerk={clerk} />, 404);
  return clerk;
}
