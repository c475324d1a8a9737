import { problem, tooManyAtOnce } from '../../contract/problem.ts';
import { isSamePassword } from '../../domain/chosen-password.ts';
import { findAccount } from '../accounts/find-account.ts';
import { networkOf } from '../address.ts';
import type { Caller } from '../caller.ts';
import { citizenOf } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { SessionRow } from '../db/schema.ts';
import { canChangePassword, changeOwn, refuseWeak, requireKeeping } from './own-password.ts';
import { lockIfStill } from './password-sign-in.ts';
import { findOpened } from './session-rows.ts';
import { countBeforehand, type TriedBy, withTries } from './tries.ts';

interface Typed {
  password: string;
  newPassword: string;
}

/** Returns null once the palavra-chave is changed and all other sessions have ended; the citizen is told by mail. */
export async function changePassword(
  context: Context,
  caller: Caller,
  session: SessionRow,
  typed: Typed,
): Promise<Response | null> {
  requireKeeping(context);
  if (!canChangePassword(context, session)) return problem('not-allowed');
  const citizen = await citizenOf(context.db, session.citizenId);
  const weak = await refuseWeak(context, typed.newPassword, citizen);
  if (weak) return weak;
  if (isSamePassword(typed.password, typed.newPassword)) return problem('password-unchanged');
  const network = networkOf(caller.address);
  const tried = { password: context.seal.open(citizen.nissSealed, citizen.id), address: network };
  const judged = await context.turns.citizens.take(network, async () => ({
    refusal: await changeInTurn(context, caller, { session, typed, tried }),
  }));
  return judged ? judged.refusal : tooManyAtOnce();
}

async function changeInTurn(
  context: Context,
  caller: Caller,
  { session, typed, tried }: { session: SessionRow; typed: Typed; tried: TriedBy },
): Promise<Response | null> {
  const { citizenId } = session;
  const counted = await countBeforehand(context, tried);
  if (counted.isBlocked) return counted.refusal;
  const account = await findAccount(context.db, citizenId);
  const isRight = await context.ways.password?.isPasswordRight(context.db, citizenId, typed.password);
  const wrong = counted.ifWrong ?? problem('wrong-credentials');
  if (!isRight) return wrong;
  const kept = await context.hashing.keep(typed.newPassword);
  return withTries(context, tried, async (tx, tally) => {
    if (!(await lockIfStill(tx, citizenId, account))) return wrong;
    tally.giveBack('password', 'address');
    // Somebody may have ended the session from elsewhere while the palavra-chave was judged.
    if ((await findOpened(tx, caller.cookie))?.stage !== 'signedIn') return problem('signed-out');
    return (await changeOwn(context, tx, citizenId, { kept, stays: session.id })) ? null : wrong;
  });
}
