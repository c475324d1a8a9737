import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import type { Assignee } from './assignment.ts';

/** A page without script cannot say that it was closed: after this time nobody is thought to be there. */
const ALIVE_MS = 15 * 60_000;

export interface OpenPage extends Assignee {
  openedAt: number;
}

/** Notes that a clerk has the request open, and may be writing. */
export async function openPage(
  { db, clocks }: Pick<Context, 'db' | 'clocks'>,
  { citizenId, id: requestId }: NamedRequest,
  userName: string,
): Promise<void> {
  const openedAt = clocks.now();
  await db
    .deleteFrom('openPages')
    .where('openedAt', '<=', openedAt - ALIVE_MS)
    .execute();
  await db
    .insertInto('openPages')
    .values({ citizenId, requestId, userName, openedAt })
    .onConflict((conflict) =>
      conflict.columns(['citizenId', 'requestId', 'userName']).doUpdateSet({ openedAt }),
    )
    .execute();
}

/** Returns who else has the request open. */
export function listOpenPages(
  { db, clocks }: Pick<Context, 'db' | 'clocks'>,
  { citizenId, id: requestId }: NamedRequest,
  userName: string,
): Promise<OpenPage[]> {
  return db
    .selectFrom('openPages')
    .innerJoin('clerks', 'clerks.userName', 'openPages.userName')
    .select(['clerks.userName', 'clerks.name', 'openedAt'])
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', requestId)
    .where('clerks.userName', '!=', userName)
    .where('openedAt', '>', clocks.now() - ALIVE_MS)
    .orderBy('openedAt')
    .execute();
}

/** Forgets the page of a clerk who has sent what they wrote. */
export async function closePage(
  db: Db,
  { citizenId, id: requestId }: NamedRequest,
  userName: string,
): Promise<void> {
  await db
    .deleteFrom('openPages')
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', requestId)
    .where('userName', '=', userName)
    .execute();
}
