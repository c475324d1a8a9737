import { problem, tooManyAtOnce } from '../../contract/problem.ts';
import type { CodeRequiredSession } from '../../contract/types.ts';
import { CODE_LIFE_MS } from '../../domain/sign-in-tries.ts';
import { findAccount } from '../accounts/find-account.ts';
import { networkOf } from '../address.ts';
import type { Caller } from '../caller.ts';
import { findCitizen, findCitizenId, lockIfThere } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { CitizenRow, Tx } from '../db/schema.ts';
import type { KeptPassword } from '../password-hash.ts';
import { describeWaiting } from './describe.ts';
import { type Opened, openSession } from './open-session.ts';
import { dropWaiting, endBefore, findWaiting, keepForSignIn, type WaitingRow } from './session-rows.ts';
import type { PasswordWay } from './sign-in-ways.ts';
import { countBeforehand, type Tally, type TriedBy, withTries } from './tries.ts';

export interface Begun {
  /** Null: the browser keeps the cookie that it has. */
  cookieValue: string | null;
  session: CodeRequiredSession;
}

interface Typed {
  niss: string;
  password: string;
}

/** A sign-in whose code is kept and has to be sent. */
interface Ready extends Begun {
  code: string;
  /** As the citizen was found: whoever closes their account meanwhile ends the sign-in, and the call is still answered. */
  citizen: CitizenRow;
}

/** Judges the palavra-chave and then sends a code. */
export async function startPasswordSignIn(
  context: Context,
  caller: Caller,
  typed: Typed,
): Promise<Begun | Response> {
  requirePasswordWay(context);
  await endBefore(context.db, caller.cookie);
  const ready = await context.turns.citizens.take(networkOf(caller.address), () =>
    judgePassword(context, caller, typed),
  );
  return ready ? sendCode(context, ready) : tooManyAtOnce();
}

/** Judges in a turn that the caller has taken. */
async function judgePassword(
  context: Context,
  caller: Caller,
  { niss, password }: Typed,
): Promise<Ready | Response> {
  const citizenId = await findCitizenId(context.db, context.seal, niss);
  const tried: TriedBy = { password: niss, address: networkOf(caller.address) };
  const counted = await countBeforehand(context, tried);
  if (counted.isBlocked) return counted.refusal;
  const account = await findAccount(context.db, citizenId);
  const isRight = await requirePasswordWay(context).isPasswordRight(context.db, citizenId, password);
  const wrong = counted.ifWrong ?? problem('wrong-credentials');
  if (!isRight || citizenId === undefined) return wrong;
  return withTries(context, { ...tried, ...codesOf(citizenId) }, async (tx, tally) => {
    const citizen = await lockIfStill(tx, citizenId, account);
    if (!citizen) return wrong;
    tally.giveBack('password', 'address');
    const kept = await keepForSignIn(tx, caller.cookie, citizenId);
    return readyCode(context, tx, tally, { citizen, ...kept });
  });
}

/** Judges the code and then opens a session. */
export async function confirmCode(
  context: Context,
  caller: Caller,
  { code, shared }: { code: string; shared: boolean },
): Promise<Opened | Response> {
  const { citizenId } = await requireWaiting(context, caller);
  const citizen = await findCitizen(context.db, citizenId);
  if (!citizen) return problem('no-sign-in');
  const niss = context.seal.open(citizen.nissSealed, citizenId);
  const by: TriedBy = { password: niss, address: networkOf(caller.address), ...codesOf(citizenId) };
  return withTries(context, by, async (tx, tally) => {
    // The sign-in is read again, since nobody else can take or end it from here on.
    await lockIfThere(tx, citizenId);
    const waiting = await findWaiting(tx, caller.cookie);
    if (!waiting) return problem('no-sign-in');
    // Blocks are looked up before the code: otherwise each sign-in that is begun beside would allow more guesses.
    const blocked = tally.findBlock('wrongCode', 'askedCode', 'address');
    if (blocked) return blocked;
    switch (judge(context, waiting, code)) {
      case 'expired':
        return problem('expired-code');
      case 'right':
        tally.clear('password', 'wrongCode', 'askedCode');
        return openSession(context, tx, caller, { citizenId, way: 'password', shared });
      case 'wrong': {
        const tooMany = tally.count('wrongCode');
        if (tooMany) await dropWaiting(tx, caller.cookie);
        return tooMany ?? tally.count('address') ?? problem('wrong-code');
      }
    }
  });
}

export async function sendNewCode(context: Context, caller: Caller): Promise<Begun | Response> {
  const { citizenId, secretHash } = await requireWaiting(context, caller);
  const ready = await withTries(context, codesOf(citizenId), async (tx, tally) => {
    const citizen = await lockIfThere(tx, citizenId);
    if (!citizen || !(await findWaiting(tx, caller.cookie))) return problem('no-sign-in');
    return readyCode(context, tx, tally, { citizen, secretHash, cookieValue: null });
  });
  return sendCode(context, ready);
}

function requirePasswordWay({ ways }: Context): PasswordWay {
  if (!ways.password) throw problem('unavailable');
  return ways.password;
}

function judge(context: Context, waiting: WaitingRow, code: string) {
  const { clocks, seal } = context;
  if (waiting.codeExpiresAt <= clocks.now()) return 'expired';
  return requirePasswordWay(context).judgeCode(code, seal.open(waiting.codeSealed, waiting.citizenId));
}

/**
 * Locks the citizen's row. Returns undefined when the palavra-chave is not the one that was judged, which took long. Whoever changes it, or closes the account,
 * waits until this sign-in exists and can be ended with it.
 */
export async function lockIfStill(
  tx: Tx,
  citizenId: string,
  account: KeptPassword | undefined,
): Promise<CitizenRow | undefined> {
  const citizen = await lockIfThere(tx, citizenId);
  const isStill = (await findAccount(tx, citizenId))?.passwordHash === account?.passwordHash;
  return isStill ? citizen : undefined;
}

function codesOf(citizenId: string | undefined): TriedBy {
  return citizenId === undefined ? {} : { wrongCode: citizenId, askedCode: citizenId };
}

async function requireWaiting({ db }: Context, { cookie }: Caller): Promise<WaitingRow> {
  const waiting = await findWaiting(db, cookie);
  if (!waiting) throw problem('no-sign-in');
  return waiting;
}

/** Makes and keeps a code, unless too many were sent or typed wrong, in whatever sessions. */
async function readyCode(
  context: Context,
  tx: Tx,
  tally: Tally,
  to: Pick<WaitingRow, 'secretHash'> & Pick<Ready, 'citizen' | 'cookieValue'>,
): Promise<Ready | Response> {
  const { clocks, seal } = context;
  const { citizen, secretHash, cookieValue } = to;
  const citizenId = citizen.id;
  if (!citizen.contact) throw new Error('Whoever is sent a code has a contact');
  const refusal = tally.findBlock('wrongCode', 'askedCode') ?? tally.count('askedCode');
  if (refusal) return refusal;
  const code = requirePasswordWay(context).newCode();
  const codeSealed = seal.seal(code, citizenId);
  const codeExpiresAt = clocks.now() + CODE_LIFE_MS;
  await tx
    .insertInto('waitingSignIns')
    .values({ citizenId, secretHash, codeSealed, codeExpiresAt })
    .onConflict((conflict) =>
      conflict.columns(['citizenId', 'secretHash']).doUpdateSet({ codeSealed, codeExpiresAt }),
    )
    .execute();
  return { cookieValue, session: describeWaiting(citizen.contact, { codeExpiresAt }), code, citizen };
}

/** Sends the code after the commit, so that nobody else waits for a mail server. A code that cannot be sent does not count as sent. */
async function sendCode(context: Context, ready: Ready | Response): Promise<Begun | Response> {
  if (ready instanceof Response) return ready;
  const { citizen, code } = ready;
  try {
    await requirePasswordWay(context).sendCode(citizen, code);
  } catch (error) {
    await withTries(context, { askedCode: citizen.id }, async (_tx, tally) => tally.giveBack('askedCode'));
    throw error;
  }
  return ready;
}
