import type { CodeRequiredSession, SignedInSession } from '../src/contract/types.ts';
import type { Call } from './call.ts';
import { problem } from './problem.ts';
import { citizenOf, newSessionId, openSession, sessionIdOf } from './session.ts';
import type { AttemptsRow, SessionRow } from './tables.ts';

const RIGHT_CODE = '123456';
/** Lets people and tests see what an expired code does, without waiting for it. */
const EXPIRED_CODE = '000000';
const CODE_LIFE_MS = 5 * 60_000;
const WRONG_CREDENTIALS_MAX = 5;
const WRONG_CODES_MAX = 3;
const CODES_SENT_MAX = 5;
const BLOCK_MS = 60_000;
const SECOND_MS = 1000;

export interface Begun {
  id: string;
  session: CodeRequiredSession;
}

export interface Opened {
  id: string;
  session: SignedInSession;
}

/** A refusal is answered, not thrown: the count of attempts must stay. */
export async function startPasswordSignIn(
  call: Call,
  request: Request,
  { niss, password }: { niss: string; password: string },
): Promise<Begun | Response> {
  await call.tx.remove('sessions', sessionIdOf(request));
  const attempts = await call.tx.get('attempts', niss);
  if (attempts && attempts.blockedUntil > call.realNow) return tooMany(call, attempts);
  const citizenId = await call.tx.get('citizenIdsByNiss', niss);
  const citizen = citizenId === undefined ? undefined : await call.tx.get('citizens', citizenId);
  if (!citizen || citizen.password !== password) {
    const wrong = (attempts?.wrong ?? 0) + 1;
    return wrong < WRONG_CREDENTIALS_MAX ? countWrong(call, niss, wrong) : block(call, niss);
  }
  const id = newSessionId(request);
  return waitForCode(call, id, { citizenId: citizen.id, codesSent: 1, wrongCodes: 0 });
}

export async function confirmCode(call: Call, request: Request, code: string): Promise<Opened | Response> {
  const id = sessionIdOf(request);
  const row = await waiting(call, id);
  if (code === EXPIRED_CODE || row.codeExpiresAt <= call.realNow) return problem('expired-code');
  const { niss } = await citizenOf(call, row.citizenId);
  if (code === RIGHT_CODE) {
    await call.tx.remove('attempts', niss);
    return openSession(call, request, row.citizenId);
  }
  const wrongCodes = row.wrongCodes + 1;
  if (wrongCodes >= WRONG_CODES_MAX) {
    await call.tx.remove('sessions', id);
    return block(call, niss);
  }
  await call.tx.put('sessions', id, { ...row, wrongCodes });
  return problem('wrong-code');
}

export async function sendNewCode(call: Call, request: Request): Promise<Begun | Response> {
  const id = sessionIdOf(request);
  const { citizenId, wrongCodes, codesSent } = await waiting(call, id);
  if (codesSent < CODES_SENT_MAX)
    return waitForCode(call, id, { citizenId, wrongCodes, codesSent: codesSent + 1 });
  await call.tx.remove('sessions', id);
  return block(call, (await citizenOf(call, citizenId)).niss);
}

async function waiting({ tx }: Call, sessionId: string): Promise<SessionRow> {
  const row = await tx.get('sessions', sessionId);
  if (row?.stage !== 'codeRequired') throw problem('no-sign-in');
  return row;
}

async function waitForCode(
  call: Call,
  id: string,
  attempt: Pick<SessionRow, 'citizenId' | 'codesSent' | 'wrongCodes'>,
): Promise<Begun> {
  const codeExpiresAt = call.realNow + CODE_LIFE_MS;
  await call.tx.put('sessions', id, {
    ...attempt,
    stage: 'codeRequired',
    codeExpiresAt,
    seenAt: call.realNow,
  });
  const { contact } = await citizenOf(call, attempt.citizenId);
  return {
    id,
    session: {
      status: 'codeRequired',
      codeSentTo: contact,
      codeExpiresAt: new Date(codeExpiresAt).toISOString(),
    },
  };
}

async function countWrong(call: Call, niss: string, wrong: number): Promise<Response> {
  await call.tx.put('attempts', niss, { wrong, blockedUntil: 0 });
  return problem('wrong-credentials');
}

async function block(call: Call, niss: string): Promise<Response> {
  const attempts = { wrong: 0, blockedUntil: call.realNow + BLOCK_MS };
  await call.tx.put('attempts', niss, attempts);
  return tooMany(call, attempts);
}

function tooMany({ realNow }: Call, { blockedUntil }: AttemptsRow): Response {
  const seconds = Math.max(1, Math.ceil((blockedUntil - realNow) / SECOND_MS));
  const retryAt = new Date(blockedUntil).toISOString();
  return problem('too-many-attempts', { retryAt }, { 'Retry-After': String(seconds) });
}
