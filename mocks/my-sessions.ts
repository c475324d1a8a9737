import { problem } from '../contract/problem.ts';
import type { MySession } from '../contract/types.ts';
import { describeListed } from '../domain/session-life.ts';
import type { Call } from './call.ts';
import { sessionIdOf } from './session.ts';
import { changeStage, endSession, type KeptSession, readOpened } from './session-rows.ts';

export async function listMySessions(call: Call, request: Request, citizenId: string): Promise<MySession[]> {
  const listed = await readOpened(call, citizenId);
  return listed.map((opened) => toMySession(call, request, opened));
}

export async function endMySession(call: Call, citizenId: string, id: string): Promise<void> {
  await endSession(call, await find(call, citizenId, id));
}

export async function endOtherSessions(call: Call, request: Request, citizenId: string): Promise<void> {
  const others = (await readOpened(call, citizenId)).filter(
    ({ sessionId }) => sessionId !== sessionIdOf(request),
  );
  for (const other of others) await endSession(call, other);
}

export async function eraseOnDevice(
  call: Call,
  request: Request,
  { citizenId, id }: { citizenId: string; id: string },
): Promise<MySession> {
  const { sessionId, row } = await find(call, citizenId, id);
  const asked = await changeStage(call, sessionId, row, 'mustErase');
  return toMySession(call, request, { sessionId, row: asked });
}

async function find(call: Call, citizenId: string, id: string): Promise<KeptSession> {
  const found = (await readOpened(call, citizenId)).find(({ row }) => row.id === id);
  if (!found) throw problem('not-found');
  return found;
}

function toMySession(call: Call, request: Request, { sessionId, row }: KeptSession): MySession {
  return describeListed(row, sessionId === sessionIdOf(request), call.realNow);
}
