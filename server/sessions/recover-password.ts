import { timingSafeEqual } from 'node:crypto';
import { problem, tooManyAtOnce } from '../../contract/problem.ts';
import { RECOVERY_LIFE_MS } from '../../domain/sign-in-tries.ts';
import { findAccount } from '../accounts/find-account.ts';
import { networkOf } from '../address.ts';
import { browserOf, type Caller } from '../caller.ts';
import { findByNiss, findCitizen, lockIfThere } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { CitizenRow } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import type { KeptPassword } from '../password-hash.ts';
import { changeOwn, refuseWeak, requireRecovery } from './own-password.ts';
import {
  dropRecovery,
  findRecovery,
  hashRecoveryCode,
  keepRecovery,
  type RecoveryRow,
} from './recovery-rows.ts';
import { countBeforehand, giveBackAll, type TriedBy, withTries } from './tries.ts';

/**
 * Begins a recovery. Only the job looks up who has the NISS: nothing here takes longer, does more or answers otherwise when somebody has it. `cookieValue`
 * null: the browser has a cookie already, by which it is recognized.
 */
export async function startRecovery(
  context: Context,
  caller: Caller,
  niss: string,
): Promise<{ cookieValue: string | null } | Response> {
  const { reachMail } = requireRecovery(context);
  const asked: TriedBy = { askedRecovery: niss, recoveriesFrom: networkOf(caller.address) };
  const counted = await countBeforehand(context, asked);
  const refusal = counted.isBlocked ? counted.refusal : counted.ifWrong;
  if (refusal) return refusal;
  try {
    await reachMail();
  } catch (error) {
    await giveBackAll(context, asked);
    throw error;
  }
  const { clocks, db, seal } = context;
  const { browserHash, value } = browserOf(caller);
  const begun = { browserHash, nissHash: seal.fingerprint(niss), expiresAt: clocks.now() + RECOVERY_LIFE_MS };
  await db.transaction().execute(async (tx) => {
    const recoveryId = await keepRecovery(tx, begun);
    await addJob(tx, { name: 'sendRecoveryCode', payload: { recoveryId }, dueAt: clocks.now() });
  });
  return { cookieValue: value };
}

/**
 * Sends a code to the citizen with the NISS, if they have an account and an address. When the mail server does not take it, the job tries again while the
 * recovery lasts, each time with another code. The try stays counted, sent or not: a count that is given back would tell that somebody has the NISS.
 */
export async function sendRecoveryCode(
  context: Context,
  { recoveryId: id }: { recoveryId: string },
): Promise<void> {
  const { db, clocks, seal, ways } = context;
  const way = ways.password?.keeping?.recovery;
  const recovery = await db.selectFrom('recoveries').selectAll().where('id', '=', id).executeTakeFirst();
  if (!way || !recovery || recovery.expiresAt <= clocks.now()) return;
  const citizenId = await findByNiss(db, recovery.nissHash);
  const citizen = await findCitizen(db, citizenId ?? '');
  if (!citizen?.emailSealed || !(await findAccount(db, citizen.id))) return;
  const code = way.newCode();
  const codeHash = hashRecoveryCode(seal, id, code);
  await db.updateTable('recoveries').set({ codeHash }).where('id', '=', id).execute();
  await way.sendCode(citizen, code);
}

/** Returns null once the palavra-chave is changed; nobody is signed in any more, and the citizen is told by mail. */
export async function finishRecovery(
  context: Context,
  caller: Caller,
  { code, newPassword }: { code: string; newPassword: string },
): Promise<Response | null> {
  requireRecovery(context);
  const weak = await refuseWeak(context, newPassword, null);
  if (weak) return weak;
  const proved = await proveCode(context, caller, code);
  if (proved instanceof Response) return proved;
  const { recovery, citizen } = proved;
  const own = await refuseWeak(context, newPassword, citizen);
  if (own) return own;
  // Hashing takes long, so it is done only for somebody who has proved the code.
  const kept = await context.turns.citizens.take(networkOf(caller.address), () =>
    context.hashing.keep(newPassword),
  );
  return kept ? changeByCode(context, recovery, citizen, kept) : tooManyAtOnce();
}

async function proveCode(
  context: Context,
  caller: Caller,
  code: string,
): Promise<{ recovery: RecoveryRow; citizen: CitizenRow } | Response> {
  const before = await findRecovery(context.db, caller);
  if (!before) return problem('no-recovery');
  const by: TriedBy = { wrongRecovery: wrongOf(before), address: networkOf(caller.address) };
  return withTries(context, by, async (tx, tally) => {
    // The recovery is read again, since nobody else can try at the same from here on.
    const recovery = await findRecovery(tx, caller);
    if (!recovery) return problem('no-recovery');
    const blocked = tally.findBlock('wrongRecovery', 'address');
    if (blocked) return blocked;
    // The database is asked the same number of questions when nobody has the NISS.
    const citizenId = (await findByNiss(tx, recovery.nissHash)) ?? '';
    const citizen = await findCitizen(tx, citizenId);
    const account = await findAccount(tx, citizenId);
    const judged = judge(context, recovery, code);
    if (judged === 'expired') return problem('expired-code');
    if (judged === 'right' && citizen && account) return { recovery, citizen };
    const tooMany = tally.count('wrongRecovery');
    if (tooMany) await dropRecovery(tx, recovery.id);
    return tooMany ?? tally.count('address') ?? problem('wrong-code');
  });
}

function judge(context: Context, { id, codeHash, expiresAt }: RecoveryRow, code: string) {
  const { clocks, seal } = context;
  if (expiresAt <= clocks.now()) return 'expired';
  return requireRecovery(context).judgeCode(code, (typed) => {
    const hash = hashRecoveryCode(seal, id, typed);
    // The code is compared even when none was sent, so that it takes as long.
    return timingSafeEqual(hash, codeHash ?? new Uint8Array(hash.length));
  });
}

function changeByCode(
  context: Context,
  recovery: RecoveryRow,
  citizen: CitizenRow,
  kept: KeptPassword,
): Promise<Response | null> {
  const niss = context.seal.open(citizen.nissSealed, citizen.id);
  const tried: TriedBy = { password: niss, wrongRecovery: wrongOf(recovery) };
  return withTries(context, tried, async (tx, tally) => {
    await lockIfThere(tx, citizen.id);
    if (!(await dropRecovery(tx, recovery.id))) return problem('no-recovery');
    if (!(await changeOwn(context, tx, citizen.id, { kept, stays: null }))) return problem('no-recovery');
    tally.clear('password', 'wrongRecovery');
    return null;
  });
}

/** The key under which wrong codes are counted: the NISS itself is not at hand. */
function wrongOf({ nissHash }: RecoveryRow): string {
  return Buffer.from(nissHash).toString('hex');
}
