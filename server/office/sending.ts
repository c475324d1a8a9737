import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { writeAbout } from '../write-for.ts';
import { type Acted, judgeNow } from './act.ts';
import { isStillTheirs } from './still-theirs.ts';
import { HALF_WRITTEN } from './stop-sending.ts';
import { forgetWritten, isSame, keepUnsent, type Unsent, type Written, withDestination } from './unsent.ts';

interface ToSend extends Written {
  key: string;
  seenMoves: number;
}

/**
 * Puts an act on its way: it is judged at once, and done after `undoMs` unless it is taken back. A request has one act on its way at a time. The same key again
 * is the same act, unless the clerk went back and changed what the act says.
 */
export async function startSending(context: Context, named: NamedRequest, act: ToSend): Promise<Acted> {
  const { clocks, undoMs } = context;
  return writeAbout(context, named.citizenId, async (tx) => {
    const onItsWay = await findOnItsWay(tx, named);
    if (onItsWay) return onItsWay.key === act.key && isSame(onItsWay, act) ? 'done' : 'changed';
    const already = await judgeNow(tx, named, { ...act, ...(await withDestination(tx, act.words)) });
    if (already === 'done') await forgetWritten(tx, named, act);
    if (already) return already;
    if (!(await isStillTheirs(tx, named, act.userName))) return 'changed';
    const { key, seenMoves } = act;
    const sendsAt = clocks.now() + undoMs;
    const sending = { keptAt: clocks.officeNow(), key, seenMoves, sendsAt, stopped: null };
    await keepUnsent(tx, named, act, sending);
    const payload = { citizenId: named.citizenId, requestId: named.id, key };
    await addJob(tx, { name: 'sendOfficeAct', payload, dueAt: sendsAt });
    return 'done';
  });
}

export async function findOnItsWay(db: Db, { citizenId, id }: NamedRequest): Promise<Unsent | undefined> {
  return db
    .selectFrom('officeUnsent')
    .selectAll()
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .where('sendsAt', 'is not', null)
    .executeTakeFirst();
}

/** Takes an act back for the clerk who sent it. Returns false when it has been sent or stopped, or was taken back before. */
export async function takeBack(
  db: Db,
  { citizenId, id }: NamedRequest,
  { userName, key }: { userName: string; key: string },
): Promise<boolean> {
  const taken = await db
    .updateTable('officeUnsent')
    .set(HALF_WRITTEN)
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .where('userName', '=', userName)
    .where('key', '=', key)
    .where('sendsAt', 'is not', null)
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Takes an act off its way for good, to be done in the same transaction. Returns undefined when it was taken back, or is not due yet. */
export async function takeDue(
  tx: Tx,
  { citizenId, id }: NamedRequest,
  key: string,
  now: number,
): Promise<Unsent | undefined> {
  return tx
    .deleteFrom('officeUnsent')
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .where('key', '=', key)
    .where('sendsAt', '<=', now)
    .returningAll()
    .executeTakeFirst();
}
