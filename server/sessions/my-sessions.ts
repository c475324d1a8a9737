import { problem } from '../../contract/problem.ts';
import type { MySession } from '../../contract/types.ts';
import { describeListed } from '../../domain/described-session.ts';
import { UNENDED } from '../../domain/session-life.ts';
import type { Context } from '../context.ts';
import type { Db, SessionRow } from '../db/schema.ts';
import { changeSession, readListed } from './session-rows.ts';

export async function listMySessions({ db, clocks }: Context, current: SessionRow): Promise<MySession[]> {
  const now = clocks.now();
  const listed = await readListed(db, current.citizenId, now);
  return listed.map((row) => describeListed(row, row.id === current.id, now));
}

export async function endMySession(context: Context, current: SessionRow, id: string): Promise<void> {
  await end(context.db, await find(context, current, id));
}

export async function endOtherSessions({ db, clocks }: Context, current: SessionRow): Promise<void> {
  const listed = await readListed(db, current.citizenId, clocks.now());
  for (const row of listed) if (row.id !== current.id) await end(db, row);
}

export async function eraseOnDevice(context: Context, current: SessionRow, id: string): Promise<MySession> {
  await changeSession(context.db, await find(context, current, id), { stage: 'mustErase' });
  // The row is read again: the device may have said meanwhile that it has erased.
  const asked = await find(context, current, id);
  return describeListed(asked, asked.id === current.id, context.clocks.now());
}

/** Ends a session. One that may keep words on its device stays in the list; one on a shared device is deleted. */
async function end(db: Db, { citizenId, id, shared, stage }: SessionRow): Promise<void> {
  if (!UNENDED.includes(stage)) return;
  if (!shared) return changeSession(db, { citizenId, id }, { stage: 'ended' });
  await db
    .deleteFrom('sessions')
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .where('stage', '=', 'signedIn')
    .execute();
}

async function find({ db, clocks }: Context, { citizenId }: SessionRow, id: string): Promise<SessionRow> {
  const found = (await readListed(db, citizenId, clocks.now())).find((row) => row.id === id);
  if (!found) throw problem('not-found');
  return found;
}
