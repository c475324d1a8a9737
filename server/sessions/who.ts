import { problem } from '../../contract/problem.ts';
import type { SentBy } from '../../domain/acknowledgement.ts';
import { canSend, hasEnded } from '../../domain/session-life.ts';
import type { Caller } from '../caller.ts';
import type { Context } from '../context.ts';
import type { SessionRow } from '../db/schema.ts';
import { changeSession, findByTicket, findOpened } from './session-rows.ts';

/** A session lives for minutes: knowing its last use to ten seconds is enough, and saves most of the writing. */
const PRECISION_MS = 10_000;

/** Returns the session of a call that reads in the background and does not prolong it. Throws `signed-out`, or `owner-mismatch` when it names another citizen. */
export async function identify(context: Context, caller: Caller): Promise<SessionRow> {
  const session = await findOpen(context, caller);
  if (!session) throw problem('signed-out');
  if ((caller.citizenHeader ?? session.citizenId) !== session.citizenId) throw problem('owner-mismatch');
  return session;
}

async function findOpen({ db, clocks }: Context, caller: Caller): Promise<SessionRow | null> {
  const session = await findOpened(db, caller.cookie);
  return session?.stage === 'signedIn' && !hasEnded(session, clocks.now()) ? session : null;
}

/** Returns the session of a call by which the citizen does or looks at something, and prolongs it. */
export async function requireReader(context: Context, caller: Caller): Promise<SessionRow> {
  return prolong(context, await identify(context, caller));
}

/** Does the same, and throws `owner-mismatch` also when the call names no citizen. */
export async function requireWriter(context: Context, caller: Caller): Promise<SessionRow> {
  const session = await identify(context, caller);
  if (caller.citizenHeader === null) throw problem('owner-mismatch');
  return prolong(context, session);
}

export interface Sender {
  citizenId: string;
  by: SentBy;
}

/** Returns the citizen in whose name something is sent: by the session, or by its ticket when the session is over. Throws `signed-out`. */
export async function identifySender(context: Context, caller: Caller): Promise<Sender> {
  return toSender(await findSender(context, caller));
}

/** Does the same, and throws `owner-mismatch` when it is not the citizen that the page believes it is. */
export async function requireSender(context: Context, caller: Caller): Promise<Sender> {
  const found = await findSender(context, caller);
  if (caller.citizenHeader !== found.row.citizenId) throw problem('owner-mismatch');
  // Sending by the ticket does not use the session, so it does not prolong it.
  if (found.by === 'session') await prolong(context, found.row);
  return toSender(found);
}

async function findSender(context: Context, caller: Caller) {
  const session = await findOpen(context, caller);
  if (session) return { row: session, by: 'session' } as const;
  const row = await findByTicket(context.db, caller.ticket);
  if (!row || !canSend(row, context.clocks.now())) throw problem('signed-out');
  return { row, by: 'ticket' } as const;
}

function toSender({ row, by }: { row: SessionRow; by: Sender['by'] }): Sender {
  return { citizenId: row.citizenId, by };
}

async function prolong({ db, clocks }: Context, session: SessionRow): Promise<SessionRow> {
  const seenAt = clocks.now();
  if (seenAt - session.seenAt < PRECISION_MS) return session;
  await changeSession(db, session, { seenAt });
  return { ...session, seenAt };
}
