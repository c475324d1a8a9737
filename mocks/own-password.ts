import { problem } from '../contract/problem.ts';
import {
  isSamePassword,
  judgeChosenPassword,
  ownWordsOf,
  PASSWORD_MIN_LETTERS,
  PASSWORD_PROBLEMS,
} from '../domain/chosen-password.ts';
import { RECOVERY_LIFE_MS } from '../domain/sign-in-tries.ts';
import { judgeSimulatedCode } from '../domain/simulator.ts';
import {
  askedRecoveries,
  clearTries,
  countTries,
  countTry,
  findBlock,
  recoveriesFrom,
  wrongPasswords,
  wrongRecoveries,
  wrongTriesFrom,
} from './attempts.ts';
import type { Call } from './call.ts';
import { addressOf, findByNiss, findSession, newSessionId, sessionIdOf } from './session.ts';
import { endAllOf } from './session-rows.ts';
import type { CitizenRow } from './tables.ts';

/** A few common passwords: a person who tries the demonstration has no use for fifty thousand. */
const COMMON = new Set(['password', 'qwertyuiop', '123456789', '12345678', 'benfica', 'portugal']);

/** Changes the palavra-chave and ends all other sessions; then returns null. A refusal is returned, not thrown, since the count of tries must stay. */
export async function changePassword(
  call: Call,
  request: Request,
  { citizen, password, newPassword }: { citizen: CitizenRow; password: string; newPassword: string },
): Promise<Response | null> {
  const session = await findSession(call, request);
  if (session?.stage !== 'signedIn' || session.way !== 'password') return problem('not-allowed');
  const weak = refuseWeak(newPassword, citizen);
  if (weak) return weak;
  if (isSamePassword(password, newPassword)) return problem('password-unchanged');
  const tallies = [wrongPasswords(citizen.niss), wrongTriesFrom(addressOf(request))];
  const blocked = await findBlock(call, ...tallies);
  if (blocked) return blocked;
  if (!citizen.password || !isSamePassword(citizen.password, password)) {
    return (await countTries(call, ...tallies)) ?? problem('wrong-credentials');
  }
  await keep(call, citizen, newPassword, sessionIdOf(request));
  return null;
}

/** Starts a recovery and returns the session id by which the browser is recognised. */
export async function startRecovery(call: Call, request: Request, niss: string): Promise<string | Response> {
  const tallies = [askedRecoveries(niss), recoveriesFrom(addressOf(request))];
  const refusal = (await findBlock(call, ...tallies)) ?? (await countTries(call, ...tallies));
  if (refusal) return refusal;
  const sessionId = sessionIdOf(request) || newSessionId(request);
  await call.tx.put('recoveries', sessionId, { niss, expiresAt: call.realNow + RECOVERY_LIFE_MS });
  return sessionId;
}

/** Replaces the palavra-chave and signs nobody in; then returns null. A refusal is returned, not thrown. */
export async function finishRecovery(
  call: Call,
  request: Request,
  { code, newPassword }: { code: string; newPassword: string },
): Promise<Response | null> {
  const sessionId = sessionIdOf(request);
  const weak = refuseWeak(newPassword, null);
  if (weak) return weak;
  const recovery = await call.tx.get('recoveries', sessionId);
  if (!recovery) return problem('no-recovery');
  const [wrong, address] = [wrongRecoveries(recovery.niss), wrongTriesFrom(addressOf(request))];
  const blocked = await findBlock(call, wrong, address);
  if (blocked) return blocked;
  const judged = recovery.expiresAt <= call.realNow ? 'expired' : judgeSimulatedCode(code);
  if (judged === 'expired') return problem('expired-code');
  const citizen = await findByNiss(call, recovery.niss);
  if (judged === 'wrong' || !citizen?.password) {
    const tooMany = await countTry(call, wrong);
    if (tooMany) await call.tx.remove('recoveries', sessionId);
    return tooMany ?? (await countTry(call, address)) ?? problem('wrong-code');
  }
  const own = refuseWeak(newPassword, citizen);
  if (own) return own;
  await call.tx.remove('recoveries', sessionId);
  await keep(call, citizen, newPassword, null);
  await clearTries(call, wrongPasswords(citizen.niss), wrong);
  return null;
}

function refuseWeak(newPassword: string, of: CitizenRow | null): Response | null {
  const own = of === null ? [] : ownWordsOf(of);
  const fault = judgeChosenPassword(newPassword, { minLetters: PASSWORD_MIN_LETTERS, own, common: COMMON });
  return fault && problem(PASSWORD_PROBLEMS[fault]);
}

async function keep(call: Call, citizen: CitizenRow, password: string, stays: string | null): Promise<void> {
  await call.tx.put('citizens', citizen.id, { ...citizen, password });
  await endAllOf(call, citizen.id, stays);
}
