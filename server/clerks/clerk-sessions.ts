import { hasEnded, WHOLE_MINUTES } from '../../domain/session-life.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { hashSecret, makeSecret } from '../seal.ts';
import type { Clerk } from './clerks.ts';

const WHOLE_MS = WHOLE_MINUTES.own * 60_000;
/** Four days, since they have begun: over a weekend, a clerk who comes back is told that the session ended, and keeps what they wrote. */
const KNOWN_MS = 12 * WHOLE_MS;

/** `ended`: the session has run out, and the clerk's page may hold unsent words. */
export type ClerkSession = { status: 'signedIn' | 'ended'; clerk: Clerk } | { status: 'signedOut' };

/** Opens a session that lives as long as a citizen's on a device of their own. Returns its secret, of which only a hash is kept. */
export async function openClerkSession(db: Db, userName: string, now: number): Promise<string> {
  const secret = makeSecret();
  await db
    .insertInto('clerkSessions')
    .values({ secretHash: hashSecret(secret), userName, begunAt: now, seenAt: now })
    .execute();
  return secret;
}

/** Each call of a clerk prolongs the session. */
export function findClerkSession(context: Context, secret: string): Promise<ClerkSession> {
  return findByHash(context, hashSecret(secret));
}

/** Finds the session by the hash of its secret, for whoever keeps that alone; this prolongs it too. */
export async function findByHash({ db, clocks }: Context, secretHash: Uint8Array): Promise<ClerkSession> {
  const now = clocks.now();
  const row = await db
    .selectFrom('clerkSessions')
    .innerJoin('clerks', 'clerks.userName', 'clerkSessions.userName')
    .select(['clerks.userName', 'clerks.name', 'clerks.isSupervisor', 'begunAt', 'seenAt'])
    .where('secretHash', '=', secretHash)
    .where('begunAt', '>', now - KNOWN_MS)
    .executeTakeFirst();
  if (!row) return { status: 'signedOut' };
  const { begunAt, seenAt, ...clerk } = row;
  if (hasEnded({ stage: 'signedIn', shared: false, begunAt, seenAt }, now)) return { status: 'ended', clerk };
  await db.updateTable('clerkSessions').set({ seenAt: now }).where('secretHash', '=', secretHash).execute();
  return { status: 'signedIn', clerk };
}

/** Deletes sessions that nobody is told of any more. */
export async function forgetOldClerkSessions(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('clerkSessions')
    .where('begunAt', '<=', now - KNOWN_MS)
    .execute();
}

export async function endClerkSession(db: Db, secret: string): Promise<void> {
  await db.deleteFrom('clerkSessions').where('secretHash', '=', hashSecret(secret)).execute();
}
