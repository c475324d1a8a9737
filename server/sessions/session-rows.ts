import type { Selectable } from 'kysely';
import { listedSessions, type Stage, UNENDED } from '../../domain/session-life.ts';
import type { Cookie } from '../caller.ts';
import { buildOnce, type Places } from '../db/build-once.ts';
import type { Db, SessionRow, Tables } from '../db/schema.ts';
import { endSubscriptionsOfEnded } from '../push/push-rows.ts';

export type WaitingRow = Selectable<Tables['waitingSignIns']>;

/** The session that a cookie opened, also one that has ended. */
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

/** The session that a ticket was given with, also one that has ended. */
export async function findByTicket(db: Db, ticket: Cookie | null): Promise<SessionRow | undefined> {
  if (!ticket?.citizenId) return undefined;
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('citizenId', '=', ticket.citizenId)
    .where('ticketHash', '=', ticket.secretHash)
    .executeTakeFirst();
}

/** The sign-in that waits for its code. */
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

/** It never was, also not in the list. One at a stage that `at` does not name stays, whatever it was when somebody read it. */
export async function dropSession(
  db: Db,
  cookie: Cookie | null,
  at: readonly Stage[] = STAGES,
): Promise<void> {
  if (!cookie?.citizenId) return;
  const { citizenId, secretHash } = cookie;
  await db
    .deleteFrom('waitingSignIns')
    .where('citizenId', '=', citizenId)
    .where('secretHash', '=', secretHash)
    .execute();
  await db
    .deleteFrom('sessions')
    .where('citizenId', '=', citizenId)
    .where('secretHash', '=', secretHash)
    .where('stage', 'in', at)
    .execute();
}

/** From where one comes to each stage. It is asked in the statement that writes it: whoever has read the row may have been overtaken. */
const COMES_FROM = {
  idle: ['signedIn'],
  ended: UNENDED,
  mustErase: [...UNENDED, 'ended'],
  erased: ['mustErase'],
} as const satisfies Partial<Record<Stage, readonly Stage[]>>;

/** Changes nothing where it cannot come to that stage from where it is by now. */
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

/** As they are listed. */
export async function readListed(db: Db, citizenId: string, now: number): Promise<SessionRow[]> {
  return listedSessions(await readAll(db, citizenId), now);
}

/** What has been in the list for too long, or is one too many. */
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
