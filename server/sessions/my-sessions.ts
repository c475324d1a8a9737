import { problem } from '../../contract/problem.ts';
import type { MySession } from '../../contract/types.ts';
import { describeListed } from '../../domain/session-life.ts';
import type { Context } from '../context.ts';
import type { SessionRow } from '../db/schema.ts';
import { changeSession, endSession, readListed } from './session-rows.ts';

export async function listMySessions({ db, clocks }: Context, current: SessionRow): Promise<MySession[]> {
  const now = clocks.now();
  const listed = await readListed(db, current.citizenId, now);
  return listed.map((row) => describeListed(row, row.id === current.id, now));
}

export async function endMySession(context: Context, current: SessionRow, id: string): Promise<void> {
  await endSession(context.db, await find(context, current, id));
}

export async function endOtherSessions({ db, clocks }: Context, current: SessionRow): Promise<void> {
  const listed = await readListed(db, current.citizenId, clocks.now());
  for (const row of listed) if (row.id !== current.id) await endSession(db, row);
}

export async function eraseOnDevice(context: Context, current: SessionRow, id: string): Promise<MySession> {
  await changeSession(context.db, await find(context, current, id), { stage: 'mustErase' });
  // The row is read again: the device may have said meanwhile that it has erased.
  const asked = await find(context, current, id);
  return describeListed(asked, asked.id === current.id, context.clocks.now());
}

async function find({ db, clocks }: Context, { citizenId }: SessionRow, id: string): Promise<SessionRow> {
  const found = (await readListed(db, citizenId, clocks.now())).find((row) => row.id === id);
  if (!found) throw problem('not-found');
  return found;
}
