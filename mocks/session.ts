import { problem } from '../contract/problem.ts';
import type { CodeRequiredSession, Session, SignedInSession } from '../contract/types.ts';
import { describeOpened, hasEnded } from '../domain/session-life.ts';
import type { Call } from './call.ts';
import { personOf } from './people.ts';
import type { OpenedRow, WaitingRow } from './sign-in-rows.ts';
import type { CitizenRow } from './tables.ts';

/**
 * The header in which the HTTP server tells which cookie came with a call, and is told which one to set. It is never taken from outside.
 * If it is absent, the server is in the page, where a Response cannot set a cookie and the browser has one session.
 * If it is empty, the browser has no cookie, or its cookie is to be deleted.
 */
export const SESSION_HEADER = 'X-Pretend-Session';
const PAGE = 'page';
const ID_BYTES = 32;

/** The header in which the HTTP server tells the caller's network address. It is never taken from outside. */
export const ADDRESS_HEADER = 'X-Pretend-Address';

export function sessionIdOf(request: Request): string {
  return request.headers.get(SESSION_HEADER) ?? PAGE;
}

export function addressOf(request: Request): string {
  return request.headers.get(ADDRESS_HEADER) ?? PAGE;
}

/** Returns the id of a new session. Over HTTP it is a new one, so that an id planted beforehand is worth nothing. */
export function newSessionId(request: Request): string {
  return isInPage(request) ? PAGE : newSecret();
}

/** Whether the server is in the page, where there are no cookies and one session. */
export function isInPage(request: Request): boolean {
  return !request.headers.has(SESSION_HEADER);
}

export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function sessionHeaders(sessionId: string): Record<string, string> {
  return { [SESSION_HEADER]: sessionId };
}

/** Returns the session that has not ended, if there is one. */
export async function findSession(call: Call, request: Request): Promise<OpenedRow | undefined> {
  const row = await call.tx.get('sessions', sessionIdOf(request));
  return row && hasEnded(row, call.realNow) ? undefined : row;
}

/** Returns the citizen who is signed in, for background reads, which do not prolong the session. A call that names another citizen is refused. */
export async function identify(call: Call, request: Request): Promise<CitizenRow> {
  const session = await findSession(call, request);
  if (session?.stage !== 'signedIn') throw problem('signed-out');
  const { citizenId } = session;
  if ((request.headers.get('X-Citizen') ?? citizenId) !== citizenId) throw problem('owner-mismatch');
  return citizenOf(call, citizenId);
}

/** Returns the citizen who is signed in, for what the citizen does or looks at. */
export async function requireReader(call: Call, request: Request): Promise<CitizenRow> {
  const citizen = await identify(call, request);
  await prolong(call, request);
  return citizen;
}

/** Returns the citizen who is signed in, whom the call must name. */
export async function requireWriter(call: Call, request: Request): Promise<CitizenRow> {
  const citizen = await identify(call, request);
  if (!request.headers.has('X-Citizen')) throw problem('owner-mismatch');
  await prolong(call, request);
  return citizen;
}

export async function citizenOf({ tx }: Call, id: string): Promise<CitizenRow> {
  const citizen = await tx.get('citizens', id);
  if (!citizen) throw new Error('A session names somebody who is not there');
  return citizen;
}

export async function findByNiss({ tx }: Call, niss: string): Promise<CitizenRow | undefined> {
  const id = await tx.get('citizenIdsByNiss', niss);
  return id === undefined ? undefined : tx.get('citizens', id);
}

export async function describeSession(call: Call, request: Request): Promise<Session> {
  const row = await findSession(call, request);
  // A device is told to erase also while a sign-in waits for its code: whoever gave the palavra-chave may have found the device.
  if (row?.stage === 'mustErase') return { status: 'mustErase', citizenId: row.citizenId };
  const waiting = await call.tx.get('waitingSignIns', sessionIdOf(request));
  if (waiting) return describeWaiting(call, waiting);
  return row ? describeSignedIn(call, row) : { status: 'signedOut' };
}

export async function describeWaiting(
  call: Call,
  { citizenId, codeExpiresAt }: WaitingRow,
): Promise<CodeRequiredSession> {
  const { contact: codeSentTo } = await citizenOf(call, citizenId);
  return { status: 'codeRequired', codeSentTo, codeExpiresAt: new Date(codeExpiresAt).toISOString() };
}

export async function describeSignedIn(call: Call, row: OpenedRow): Promise<SignedInSession> {
  const citizen = await citizenOf(call, row.citizenId);
  const represented = await Promise.all(citizen.represents.map((id) => citizenOf(call, id)));
  return describeOpened(row, {
    citizen: personOf(citizen),
    representations: represented.map(personOf),
    contact: citizen.wantsNews ? citizen.contact : null,
    canChangePassword: row.way === 'password',
  });
}

export async function prolong(call: Call, request: Request): Promise<void> {
  const id = sessionIdOf(request);
  const row = await call.tx.get('sessions', id);
  if (row?.stage === 'signedIn') await call.tx.put('sessions', id, { ...row, seenAt: call.realNow });
}
