import { problem } from '../contract/problem.ts';
import type { CodeRequiredSession } from '../contract/types.ts';
import { isSamePassword } from '../domain/chosen-password.ts';
import { CODE_LIFE_MS } from '../domain/sign-in-tries.ts';
import { judgeSimulatedCode } from '../domain/simulator.ts';
import {
  askedCodes,
  clearTries,
  countTries,
  countTry,
  findBlock,
  forgetOldTries,
  wrongCodes,
  wrongPasswords,
  wrongTriesFrom,
} from './attempts.ts';
import type { Call } from './call.ts';
import { type Opened, openSession } from './open-session.ts';
import { addressOf, citizenOf, describeWaiting, findByNiss, newSessionId, sessionIdOf } from './session.ts';
import { clearForSignIn, endSession } from './session-rows.ts';
import type { WaitingRow } from './sign-in-rows.ts';

export interface Begun {
  /** Null: the browser keeps the cookie that it has. */
  id: string | null;
  session: CodeRequiredSession;
}

/** Begins a sign-in. A refusal is returned, not thrown, since the count of tries must stay. */
export async function startPasswordSignIn(
  call: Call,
  request: Request,
  { niss, password }: { niss: string; password: string },
): Promise<Begun | Response> {
  await endBefore(call, sessionIdOf(request));
  await forgetOldTries(call);
  const address = wrongTriesFrom(addressOf(request));
  const blocked = await findBlock(call, wrongPasswords(niss), address);
  if (blocked) return blocked;
  const citizen = await findByNiss(call, niss);
  if (!citizen?.password || !isSamePassword(citizen.password, password)) {
    return (await countTries(call, wrongPasswords(niss), address)) ?? problem('wrong-credentials');
  }
  const before = sessionIdOf(request);
  // The citizen's own device keeps its cookie, and its row in the list, until the code is right.
  const isOwn = (await call.tx.get('sessions', before))?.citizenId === citizen.id;
  if (!isOwn) await clearForSignIn(call, before, citizen.id);
  const id = isOwn ? before : newSessionId(request);
  const session = await sendCode(call, id, citizen.id);
  return session instanceof Response ? session : { id: isOwn ? null : id, session };
}

export async function confirmCode(
  call: Call,
  request: Request,
  { code, shared }: { code: string; shared: boolean },
): Promise<Opened | Response> {
  const id = sessionIdOf(request);
  const { citizenId, codeExpiresAt } = await waiting(call, id);
  const address = wrongTriesFrom(addressOf(request));
  // The block is checked before the code: other sessions that were begun would otherwise be more guesses.
  const blocked = await findBlock(call, wrongCodes(citizenId), askedCodes(citizenId), address);
  if (blocked) return blocked;
  const judged = codeExpiresAt <= call.realNow ? 'expired' : judgeSimulatedCode(code);
  if (judged === 'expired') return problem('expired-code');
  if (judged === 'right') {
    const { niss } = await citizenOf(call, citizenId);
    await clearTries(call, wrongPasswords(niss), wrongCodes(citizenId), askedCodes(citizenId));
    return openSession(call, request, { citizenId, way: 'password', shared });
  }
  const tooMany = await countTry(call, wrongCodes(citizenId));
  if (tooMany) await call.tx.remove('waitingSignIns', id);
  return tooMany ?? (await countTry(call, address)) ?? problem('wrong-code');
}

export async function sendNewCode(call: Call, request: Request): Promise<CodeRequiredSession | Response> {
  const id = sessionIdOf(request);
  const { citizenId } = await waiting(call, id);
  return sendCode(call, id, citizenId);
}

/** Ends the browser's session or sign-in. An order to erase and the ticket stay: a person who fails to sign in on the device does not undo them. */
async function endBefore(call: Call, id: string): Promise<void> {
  await call.tx.remove('waitingSignIns', id);
  const row = await call.tx.get('sessions', id);
  if (row) await endSession(call, { sessionId: id, row }, 'idle');
}

async function waiting({ tx }: Call, sessionId: string): Promise<WaitingRow> {
  const row = await tx.get('waitingSignIns', sessionId);
  if (!row) throw problem('no-sign-in');
  return row;
}

/** Sends a code to the citizen's contact, unless too many codes were sent, or wrong, in any sessions. */
async function sendCode(call: Call, id: string, citizenId: string): Promise<CodeRequiredSession | Response> {
  const blocked = await findBlock(call, wrongCodes(citizenId), askedCodes(citizenId));
  const refusal = blocked ?? (await countTry(call, askedCodes(citizenId)));
  if (refusal) return refusal;
  const row = { citizenId, codeExpiresAt: call.realNow + CODE_LIFE_MS };
  await call.tx.put('waitingSignIns', id, row);
  return describeWaiting(call, row);
}
