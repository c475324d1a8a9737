import { sql } from 'kysely';
import { problem } from '../../contract/problem.ts';
import type { Message } from '../../contract/types.ts';
import type { DayUsage } from '../../domain/day-limits.ts';
import type { Handled } from '../../domain/office-moves.ts';
import { takePlace } from '../citizens.ts';
import { buildOnce, type Places } from '../db/build-once.ts';
import type { Db, Tables, Tx } from '../db/schema.ts';
import type { NamedRequest } from './in-order.ts';

/** Throws 404, also for another citizen's request: that it exists is nobody's business. */
export async function findRequest(db: Db, citizenId: string, id: string): Promise<Handled> {
  const row = await findOwnRequest(db, citizenId, id);
  if (!row) throw problem('not-found');
  return row;
}

export async function findOwnRequest(db: Db, citizenId: string, id: string): Promise<Handled | undefined> {
  return db
    .selectFrom('requests')
    .select(['request', 'pausedDaysLeft'])
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Returns all messages of a request, in the order in which they were sent. */
export async function listMessages(db: Db, { citizenId, id }: NamedRequest): Promise<Message[]> {
  const rows = await db
    .selectFrom('messages')
    .select('message')
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .orderBy('sequence')
    .execute();
  return rows.map(({ message }) => message);
}

/** Returns the columns of a request, without its id and its citizen. */
export function rowOf({ request, pausedDaysLeft }: Handled) {
  const { reference, state, dueOn, receivedAt } = request;
  const text = JSON.stringify(request);
  const requestBytes = Buffer.byteLength(text);
  return { request: text, requestBytes, pausedDaysLeft, reference, state, dueOn, receivedAt };
}

/** Keeps what has become of a request, and takes a place in the feed, so that the citizen's devices hear of it. */
export async function keepRequest(tx: Tx, citizenId: string, handled: Handled): Promise<void> {
  const row = rowOf(handled);
  await takePlace(tx, citizenId)
    .updateTable('requests')
    .set((from) => ({ ...row, sequence: from.selectFrom('place').select('sequence') }))
    .where('citizenId', '=', citizenId)
    .where('id', '=', handled.request.id)
    .execute();
}

export async function keepMessage(
  tx: Tx,
  citizenId: string,
  message: Message,
  dayUsage?: DayUsage,
): Promise<void> {
  const text = JSON.stringify(message);
  await takePlace(tx, citizenId, dayUsage && JSON.stringify(dayUsage))
    .insertInto('messages')
    .values((from) => ({
      citizenId,
      id: message.id,
      requestId: message.requestId,
      sequence: from.selectFrom('place').select('sequence'),
      message: text,
      messageBytes: Buffer.byteLength(text),
    }))
    .execute();
}

type Named = Pick<Tables['takenIds'], 'id' | 'kind' | 'citizenId'>;

/** Takes an id for ever. The citizen must not have used it. */
export async function takeId(tx: Tx, named: Named): Promise<void> {
  await tx.insertInto('takenIds').values(named).execute();
}

/** Takes an id, and with it the number of a new reference. No number is given twice; that of a transaction that fails is left out. */
export async function takeNumber(tx: Tx, named: Named): Promise<number> {
  const [taken] = await take(tx, named);
  if (!taken) throw new Error('No number was given');
  return taken.number;
}

const take = buildOnce((db, { id, kind, citizenId }: Places<Named>) =>
  db
    .insertInto('takenIds')
    .values({ id, kind, citizenId })
    .returning(sql<number>`nextval('reference_numbers')`.as('number')),
);
