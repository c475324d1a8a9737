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
import { addressOf, citizenOf, findByNiss, newSessionId, sessionIdOf } from './session.ts';
import { clearForSignIn, endSession } from './session-rows.ts';
import type { WaitingRow } from './sign-in-rows.ts';

export interface Begun {
  id: string;
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
  await clearForSignIn(call, sessionIdOf(request), citizen.id);
  return sendCode(call, newSessionId(request), citizen.id);
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
  if (tooMany) await call.tx.remove('sessions', id);
  return tooMany ?? (await countTry(call, address)) ?? problem('wrong-code');
}

export async function sendNewCode(call: Call, request: Request): Promise<Begun | Response> {
  const id = sessionIdOf(request);
  const { citizenId } = await waiting(call, id);
  return sendCode(call, id, citizenId);
}

/** Ends the browser's session or sign-in. An order to erase stays: a person who fails to sign in on the device does not undo it. */
async function endBefore(call: Call, id: string): Promise<void> {
  const row = await call.tx.get('sessions', id);
  if (row?.stage === 'codeRequired') await call.tx.remove('sessions', id);
  else if (row?.stage === 'signedIn') await endSession(call, { sessionId: id, row });
}

async function waiting({ tx }: Call, sessionId: string): Promise<WaitingRow> {
  const row = await tx.get('sessions', sessionId);
  if (row?.stage !== 'codeRequired') throw problem('no-sign-in');
  return row;
}

/** Sends a code to the citizen's contact, unless too many codes were sent, or wrong, in any sessions. */
async function sendCode(call: Call, id: string, citizenId: string): Promise<Begun | Response> {
  const blocked = await findBlock(call, wrongCodes(citizenId), askedCodes(citizenId));
  const refusal = blocked ?? (await countTry(call, askedCodes(citizenId)));
  if (refusal) return refusal;
  const codeExpiresAt = call.realNow + CODE_LIFE_MS;
  await call.tx.put('sessions', id, { citizenId, stage: 'codeRequired', codeExpiresAt });
  const { contact: codeSentTo } = await citizenOf(call, citizenId);
  const expiresAt = new Date(codeExpiresAt).toISOString();
  return { id, session: { status: 'codeRequired', codeSentTo, codeExpiresAt: expiresAt } };
}
