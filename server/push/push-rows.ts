import { malformed, problem } from '../../contract/problem.ts';
import type { PushSubscription } from '../../contract/types.ts';
import { PUSHED_DEVICES_MAX } from '../../domain/push/push-services.ts';
import { UNENDED } from '../../domain/session-life.ts';
import type { Context } from '../context.ts';
import type { Db, SessionRow, Tx } from '../db/schema.ts';
import { hashSecret, type Seal } from '../seal.ts';
import { writeFor } from '../write-for.ts';

type Device = Pick<SessionRow, 'citizenId' | 'id'>;

/** Lets the device of the session be told of news. Throws the problem of the contract when it cannot be. */
export async function keepSubscription(
  context: Context,
  { citizenId, id, shared }: SessionRow,
  { endpoint, keys, language, saysDate }: PushSubscription,
): Promise<void> {
  if (!context.push) throw problem('unavailable');
  if (shared) throw problem('not-allowed');
  if (!context.push.isKnown(endpoint)) throw malformed();
  const endpointHash = hashSecret(endpoint);
  const row = {
    subscriptionSealed: context.seal.seal(JSON.stringify({ endpoint, keys }), id),
    endpointHash,
    language,
    saysDate,
    keptAt: context.clocks.now(),
  };
  await writeFor(context, citizenId, async (tx) => {
    if (!(await isOpen(tx, { citizenId, id }))) throw problem('signed-out');
    await tx.deleteFrom('pushSubscriptions').where('endpointHash', '=', endpointHash).execute();
    await tx
      .insertInto('pushSubscriptions')
      .values({ citizenId, sessionId: id, ...row })
      .onConflict((conflict) => conflict.columns(['citizenId', 'sessionId']).doUpdateSet(row))
      .execute();
    await forgetLeftBehind(tx, citizenId);
  });
}

async function isOpen(tx: Tx, { citizenId, id }: Device): Promise<boolean> {
  const row = await tx
    .selectFrom('sessions')
    .select('stage')
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  return row?.stage === 'signedIn';
}

async function forgetLeftBehind(tx: Tx, citizenId: string): Promise<void> {
  const all = tx.selectFrom('pushSubscriptions').where('citizenId', '=', citizenId);
  const stay = all
    .select('sessionId')
    .orderBy('keptAt', 'desc')
    .orderBy('sessionId')
    .limit(PUSHED_DEVICES_MAX);
  await tx
    .deleteFrom('pushSubscriptions')
    .where('citizenId', '=', citizenId)
    .where('sessionId', 'not in', stay)
    .execute();
}

export async function endSubscription(db: Db, { citizenId, id }: Device): Promise<void> {
  await db
    .deleteFrom('pushSubscriptions')
    .where('citizenId', '=', citizenId)
    .where('sessionId', '=', id)
    .execute();
}

/** Deletes the subscriptions of sessions that a person has ended. A session whose time has run out keeps its own: its device is still told. */
export async function endSubscriptionsOfEnded(db: Db, citizenId: string): Promise<void> {
  const ended = db
    .selectFrom('sessions')
    .select('id')
    .where('citizenId', '=', citizenId)
    .where('stage', 'not in', UNENDED);
  await db
    .deleteFrom('pushSubscriptions')
    .where('citizenId', '=', citizenId)
    .where('sessionId', 'in', ended)
    .execute();
}

/** Returns the sessions whose devices are told of news. It leaves out a session that an older version of the server ended without deleting its subscription. */
export async function listPushedSessions(db: Db, citizenId: string): Promise<string[]> {
  const rows = await told(db, citizenId).select('pushSubscriptions.sessionId').execute();
  return rows.map(({ sessionId }) => sessionId);
}

/** Returns undefined when this device is no longer told. */
export async function findSubscription(
  { db, seal }: { db: Db; seal: Seal },
  { citizenId, id }: Device,
): Promise<PushSubscription | undefined> {
  const row = await told(db, citizenId)
    .select(['subscriptionSealed', 'pushSubscriptions.language', 'saysDate'])
    .where('pushSubscriptions.sessionId', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { subscriptionSealed, language, saysDate } = row;
  return { ...JSON.parse(seal.open(subscriptionSealed, id)), language, saysDate };
}

function told(db: Db, citizenId: string) {
  return db
    .selectFrom('pushSubscriptions')
    .innerJoin('sessions', (join) =>
      join
        .onRef('sessions.citizenId', '=', 'pushSubscriptions.citizenId')
        .onRef('sessions.id', '=', 'pushSubscriptions.sessionId'),
    )
    .where('pushSubscriptions.citizenId', '=', citizenId)
    .where('sessions.stage', 'in', UNENDED);
}
