import type { Context as Call } from 'hono';
import type { Env } from '../caller.ts';
import { findClerkSession } from '../clerks/clerk-sessions.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { goTo } from './answers.tsx';
import { readSecret } from './clerk-cookie.ts';
import { referenceOf, signInPath } from './paths.ts';

/** Throws a redirect to the sign-in, which leads back to the request if one was asked for. */
export async function requireClerk(context: Context, call: Call<Env>): Promise<Clerk> {
  const session = await findClerkSession(context, readSecret(context, call));
  if (session.status === 'signedIn') return session.clerk;
  throw goToSignIn(call.req.param('reference'));
}

export function goToSignIn(reference: string | undefined): Response {
  return goTo(signInPath(referenceOf(reference)));
}
