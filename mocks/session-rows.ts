import { COMES_FROM, listedSessions } from '../domain/session-life.ts';
import type { Call } from './call.ts';
import { newSecret } from './session.ts';
import type { OpenedRow } from './sign-in-rows.ts';
import { LAST_KEY, NO_LIMIT, readTable } from './store.ts';

export interface KeptSession {
  sessionId: string;
  row: OpenedRow;
}

/** Removes a session, from the list too. */
export async function dropSession({ tx }: Call, sessionId: string): Promise<void> {
  const row = await tx.get('sessions', sessionId);
  if (!row) return;
  await tx.remove('sessions', sessionId);
  await tx.remove('sessionIdsByCitizen', sessionKey(row.citizenId, row.id));
}

/**
 * Clears a browser for a citizen who signs in there. Their own earlier session is removed, since the new one takes its place in the list; another citizen's is
 * ended, and stays in the list of its owner. It goes on under another id: in the page all sessions have the same one.
 */
export async function clearForSignIn(call: Call, sessionId: string, citizenId: string): Promise<void> {
  await call.tx.remove('waitingSignIns', sessionId);
  const row = await call.tx.get('sessions', sessionId);
  await dropSession(call, sessionId);
  if (!row || row.citizenId === citizenId) return;
  const kept = { sessionId: newSecret(), row };
  await keepSession(call, kept.sessionId, row);
  await endSession(call, kept);
}

export async function keepSession({ tx }: Call, sessionId: string, row: OpenedRow): Promise<void> {
  await tx.put('sessions', sessionId, row);
  await tx.put('sessionIdsByCitizen', sessionKey(row.citizenId, row.id), sessionId);
}

/** Removes the sessions that have been in the list for too long, or are too many. */
export async function forgetOldSessions(call: Call, citizenId: string): Promise<void> {
  const kept = new Set((await readOpened(call, citizenId)).map(({ sessionId }) => sessionId));
  for (const { sessionId } of await readAll(call, citizenId)) {
    if (!kept.has(sessionId)) await dropSession(call, sessionId);
  }
}

/** Ends all sessions and waiting sign-ins of a citizen but the one that stays. Orders to erase stay. */
export async function endAllOf(call: Call, citizenId: string, stays: string | null): Promise<void> {
  for (const { key, value } of await readTable(call.tx, 'waitingSignIns'))
    if (value.citizenId === citizenId) await call.tx.remove('waitingSignIns', key);
  for (const { key, value } of await readTable(call.tx, 'sessions'))
    if (value.citizenId === citizenId && key !== stays)
      await endSession(call, { sessionId: key, row: value });
}

/** Ends a session. It stays in the list if its device may keep words, and is removed otherwise. */
export async function endSession(
  call: Call,
  { sessionId, row }: KeptSession,
  as: 'idle' | 'ended' = 'ended',
): Promise<void> {
  if (row.shared && row.stage === 'signedIn') await dropSession(call, sessionId);
  else await changeStage(call, sessionId, row, as);
}

/** Returns the session as it is then. Changes nothing when it cannot come to that stage from its present one. */
export async function changeStage(
  { tx }: Call,
  sessionId: string,
  row: OpenedRow,
  stage: keyof typeof COMES_FROM,
  more: Partial<OpenedRow> = {},
): Promise<OpenedRow> {
  if (!COMES_FROM[stage].includes(row.stage)) return row;
  const changed = { ...row, ...more, stage };
  await tx.put('sessions', sessionId, changed);
  return changed;
}

/** Reads the sessions as they are listed. */
export async function readOpened(call: Call, citizenId: string): Promise<KeptSession[]> {
  const all = await readAll(call, citizenId);
  const named = all.map(({ sessionId, row }) => ({ ...row, sessionId }));
  return listedSessions(named, call.realNow).map(({ sessionId, ...row }) => ({ sessionId, row }));
}

async function readAll({ tx }: Call, citizenId: string): Promise<KeptSession[]> {
  const range = {
    after: sessionKey(citizenId, ''),
    before: sessionKey(citizenId, LAST_KEY),
    limit: NO_LIMIT,
  };
  const entries = await tx.range('sessionIdsByCitizen', range);
  const opened = await Promise.all(
    entries.map(async ({ value: sessionId }) => ({ sessionId, row: await tx.get('sessions', sessionId) })),
  );
  return opened.filter((one): one is KeptSession => one.row !== undefined);
}

export function sessionKey(citizenId: string, id: string): string {
  return `${citizenId}/${id}`;
}
