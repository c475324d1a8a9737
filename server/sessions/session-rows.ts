import type { Selectable } from 'kysely';
import { COMES_FROM, listedSessions, type Stage, UNENDED } from '../../domain/session-life.ts';
import { type Cookie, newCookie } from '../caller.ts';
import { buildOnce, type Places } from '../db/build-once.ts';
import type { Db, SessionRow, Tables } from '../db/schema.ts';
import { endSubscriptionsOfEnded } from '../push/push-rows.ts';

export type WaitingRow = Selectable<Tables['waitingSignIns']>;

/** Returns the session that a cookie opened, even after its end. */
export async function findOpened(db: Db, cookie: Cookie | null): Promise<SessionRow | undefined> {
  if (!cookie?.citizenId) return undefined;
  const { citizenId, secretHash } = cookie;
  const [row] = await opened(db, { citizenId, secretHash });
  return row;
}

const opened = buildOnce(
  (db, { citizenId, secretHash }: Places<{ citizenId: string; secretHash: Uint8Array }>) =>
    db
      .selectFrom('sessions')
      .selectAll()
      .where('citizenId', '=', citizenId)
      .where('secretHash', '=', secretHash),
);

/** Returns the session that a ticket was given with, even after its end. */
export async function findByTicket(db: Db, ticket: Cookie | null): Promise<SessionRow | undefined> {
  if (!ticket?.citizenId) return undefined;
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('citizenId', '=', ticket.citizenId)
    .where('ticketHash', '=', ticket.secretHash)
    .executeTakeFirst();
}

/** Returns the sign-in that waits for its code. */
export async function findWaiting(db: Db, cookie: Cookie | null): Promise<WaitingRow | undefined> {
  if (!cookie?.citizenId) return undefined;
  return db
    .selectFrom('waitingSignIns')
    .selectAll()
    .where('citizenId', '=', cookie.citizenId)
    .where('secretHash', '=', cookie.secretHash)
    .executeTakeFirst();
}

const STAGES = ['signedIn', 'idle', 'ended', 'mustErase', 'erased'] as const satisfies readonly Stage[];

/**
 * Deletes a session as if it had never been, so that the list does not show it either. A session whose stage `at` does not name stays, whatever its stage was
 * when somebody read it.
 */
export async function dropSession(
  db: Db,
  cookie: Cookie | null,
  at: readonly Stage[] = STAGES,
): Promise<void> {
  if (!cookie?.citizenId) return;
  const { citizenId, secretHash } = cookie;
  await db
    .deleteFrom('sessions')
    .where('citizenId', '=', citizenId)
    .where('secretHash', '=', secretHash)
    .where('stage', 'in', at)
    .execute();
}

/** Deletes the sign-in that waits for its code. */
export async function dropWaiting(db: Db, cookie: Cookie | null): Promise<void> {
  if (!cookie?.citizenId) return;
  await db
    .deleteFrom('waitingSignIns')
    .where('citizenId', '=', cookie.citizenId)
    .where('secretHash', '=', cookie.secretHash)
    .execute();
}

/**
 * Ends what was in a browser before somebody tries to sign in there. A failed try does not undo what the device has been asked to do, and leaves the ticket:
 * whoever tries has not shown yet who they are.
 */
export async function endBefore(db: Db, cookie: Cookie | null): Promise<void> {
  await dropWaiting(db, cookie);
  const opened = await findOpened(db, cookie);
  if (opened) await endSession(db, opened, 'idle');
}

/**
 * Clears a browser for a citizen who signs in there. Their own earlier session is deleted, since the new one takes its place in the list; another citizen's is
 * ended, and stays in the list of its owner.
 */
export async function clearForSignIn(db: Db, cookie: Cookie | null, citizenId: string): Promise<void> {
  await dropWaiting(db, cookie);
  if (cookie?.citizenId === citizenId) return dropSession(db, cookie);
  const opened = await findOpened(db, cookie);
  if (opened) await endSession(db, opened);
}

/**
 * Returns by what a sign-in is kept until its code is right; `cookieValue` null: by the cookie that the browser has. The citizen's own device keeps its row in
 * the list till then, since whoever has the palavra-chave alone may not undo what the device has been asked to do.
 */
export async function keepForSignIn(
  db: Db,
  cookie: Cookie | null,
  citizenId: string,
): Promise<{ secretHash: Uint8Array; cookieValue: string | null }> {
  const opened = await findOpened(db, cookie);
  if (opened?.citizenId === citizenId) return { secretHash: opened.secretHash, cookieValue: null };
  await clearForSignIn(db, cookie, citizenId);
  const fresh = newCookie(citizenId);
  return { secretHash: fresh.cookie.secretHash, cookieValue: fresh.value };
}

/** Ends a session. One that may keep words on its device stays in the list; one on a shared device is deleted. */
export async function endSession(
  db: Db,
  { citizenId, id, shared, stage }: SessionRow,
  as: 'idle' | 'ended' = 'ended',
): Promise<void> {
  if (!UNENDED.includes(stage)) return;
  if (!shared) return changeSession(db, { citizenId, id }, { stage: as });
  await db
    .deleteFrom('sessions')
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .where('stage', '=', 'signedIn')
    .execute();
}

/**
 * Changes nothing when the session cannot come to that stage from its present one. The statement that writes the stage checks this: the row may have changed
 * since it was read.
 */
export async function changeSession(
  db: Db,
  { citizenId, id }: Pick<SessionRow, 'citizenId' | 'id'>,
  fields: { seenAt: number } | { stage: keyof typeof COMES_FROM; erasedAt?: number },
): Promise<void> {
  const change = db
    .updateTable('sessions')
    .set(fields)
    .where('citizenId', '=', citizenId)
    .where('id', '=', id);
  if (!('stage' in fields)) return void (await change.execute());
  await change.where('stage', 'in', COMES_FROM[fields.stage]).execute();
  await endSubscriptionsOfEnded(db, citizenId);
}

/** Returns the sessions that the citizen is shown. */
export async function readListed(db: Db, citizenId: string, now: number): Promise<SessionRow[]> {
  return listedSessions(await readAll(db, citizenId), now);
}

/** Deletes sessions that have been in the list for too long, or are more than it holds. */
export async function forgetOldSessions(db: Db, citizenId: string, now: number): Promise<void> {
  const all = await readAll(db, citizenId);
  const kept = new Set(listedSessions(all, now));
  const old = all.filter((row) => !kept.has(row)).map(({ id }) => id);
  if (old.length === 0) return;
  await db.deleteFrom('sessions').where('citizenId', '=', citizenId).where('id', 'in', old).execute();
}

async function readAll(db: Db, citizenId: string): Promise<SessionRow[]> {
  return db.selectFrom('sessions').selectAll().where('citizenId', '=', citizenId).execute();
}
