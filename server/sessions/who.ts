import { problem } from '../../contract/problem.ts';
import { hasEnded } from '../../domain/session-life.ts';
import type { Caller } from '../caller.ts';
import type { Context } from '../context.ts';
import type { SessionRow } from '../db/schema.ts';
import { changeSession, findOpened } from './session-rows.ts';

/** A session lives for minutes: to know its last use to ten seconds is enough, and saves most of the writing. */
const PRECISION_MS = 10_000;

/** Who is signed in, for what is read in the background: it does not prolong the session. Throws `signed-out`. */
export async function identify({ db, clocks }: Context, caller: Caller): Promise<SessionRow> {
  const session = await findOpened(db, caller.cookie);
  if (session?.stage !== 'signedIn' || hasEnded(session, clocks.now())) throw problem('signed-out');
  return session;
}

/** Who is signed in, for what the citizen does or looks at. */
export async function requireReader(context: Context, caller: Caller): Promise<SessionRow> {
  return prolong(context, await identify(context, caller));
}

/** Who is signed in, if it is the citizen that the page believes it is. Throws `owner-mismatch` otherwise. */
export async function requireWriter(context: Context, caller: Caller): Promise<SessionRow> {
  const session = await identify(context, caller);
  if (caller.citizenHeader !== session.citizenId) throw problem('owner-mismatch');
  return prolong(context, session);
}

async function prolong({ db, clocks }: Context, session: SessionRow): Promise<SessionRow> {
  const seenAt = clocks.now();
  if (seenAt - session.seenAt < PRECISION_MS) return session;
  await changeSession(db, session, { seenAt });
  return { ...session, seenAt };
}
