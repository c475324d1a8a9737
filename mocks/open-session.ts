import type { SignedInSession } from '../contract/types.ts';
import { nameDevice } from '../domain/device-name.ts';
import { LISTED_MS } from '../domain/session-life.ts';
import type { Call } from './call.ts';
import { newTicket, TICKET_HEADER } from './sender.ts';
import { citizenOf, describeSignedIn, newSessionId, sessionHeaders, sessionIdOf } from './session.ts';
import { changeStage, clearForSignIn, dropSession, forgetOldSessions, keepSession } from './session-rows.ts';
import type { OpenedRow } from './sign-in-rows.ts';

/**
 * The header that tells how long the session's cookie lasts. A citizen's own device keeps it after the session's end, so that it can still be told to erase.
 */
export const COOKIE_LASTS_HEADER = 'X-Pretend-Session-Lasts';
const COOKIE_LASTS_S = LISTED_MS / 1000;

export interface Opened {
  id: string;
  /** The ticket; null on a shared device. */
  ticket: string | null;
  session: SignedInSession;
}

export function openedHeaders({ id, ticket, session }: Opened): Record<string, string> {
  const lasts = session.shared ? null : { [COOKIE_LASTS_HEADER]: String(COOKIE_LASTS_S) };
  return { ...sessionHeaders(id), ...lasts, [TICKET_HEADER]: ticket ?? '' };
}

/** Returns the headers that delete the cookies of a citizen who leaves, except those that stay. */
export function leavingHeaders(goes: { session: boolean; ticket: boolean }): Record<string, string> {
  return { ...(goes.session && sessionHeaders('')), ...(goes.ticket && { [TICKET_HEADER]: '' }) };
}

/** Opens a session for a citizen who has proved who they are. */
export async function openSession(
  call: Call,
  request: Request,
  by: Pick<OpenedRow, 'citizenId' | 'way' | 'shared'>,
): Promise<Opened> {
  const { realNow, tx } = call;
  await clearForSignIn(call, sessionIdOf(request), by.citizenId);
  const citizen = await citizenOf(call, by.citizenId);
  const sessionRowId = crypto.randomUUID();
  const ticket = by.shared ? null : newTicket({ citizenId: by.citizenId, id: sessionRowId });
  const row: OpenedRow = {
    ...by,
    id: sessionRowId,
    ticket,
    stage: 'signedIn',
    device: nameDevice(userAgentOf(request)),
    begunAt: realNow,
    seenAt: realNow,
    erasedAt: null,
    lastSignIn: citizen.lastSignIn,
  };
  const id = newSessionId(request);
  await keepSession(call, id, row);
  await tx.put('citizens', citizen.id, {
    ...citizen,
    lastSignIn: { at: new Date(realNow).toISOString(), way: by.way },
  });
  await forgetOldSessions(call, citizen.id);
  return { id, ticket, session: await describeSignedIn(call, row) };
}

/** Signs out, and returns whether the cookies are deleted too. `stays` is the stage with which the session stays in the list; null removes it. */
export async function signOut(
  call: Call,
  request: Request,
  stays: 'idle' | 'ended' | null,
): Promise<boolean> {
  const id = sessionIdOf(request);
  await call.tx.remove('waitingSignIns', id);
  const row = await call.tx.get('sessions', id);
  if (row?.stage === 'mustErase') return false;
  if (!stays || !row || row.shared) {
    await dropSession(call, id);
    return true;
  }
  await changeStage(call, id, row, stays);
  return false;
}

/** Records that the device has erased. Returns whether the cookies are deleted, since this was what they were kept for. */
export async function confirmErased(call: Call, request: Request): Promise<boolean> {
  const id = sessionIdOf(request);
  const row = await call.tx.get('sessions', id);
  if (row?.stage !== 'mustErase') return false;
  await changeStage(call, id, row, 'erased', { erasedAt: call.realNow });
  return true;
}

/** Returns the browser's name, which requests made in the page do not carry. */
function userAgentOf({ headers }: Request): string {
  return headers.get('User-Agent') ?? globalThis.navigator?.userAgent ?? '';
}
