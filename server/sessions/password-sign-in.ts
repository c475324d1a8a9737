import { problem } from '../../src/contract/problem.ts';
import { CODE_LIFE_MS } from '../../src/domain/sign-in-tries.ts';
import { findAccount } from '../accounts/find-account.ts';
import { type Caller, newCookie } from '../caller.ts';
import { citizenOf, findCitizenId, lockCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import type { KeptPassword } from '../password-hash.ts';
import { type Opened, openSession } from './open-session.ts';
import { dropSession, findWaiting, type WaitingRow } from './session-rows.ts';
import type { PasswordWay } from './sign-in-ways.ts';
import { findEarlyBlock, type Tally, type TriedBy, withTries } from './tries.ts';

export interface Begun {
  cookieValue: string;
  waiting: Pick<WaitingRow, 'citizenId' | 'codeExpiresAt'>;
}

/** A code that is kept and has to go out. */
interface Ready extends Begun {
  code: string;
}

/** The palavra-chave is right, then a code is sent. */
export async function startPasswordSignIn(
  context: Context,
  caller: Caller,
  { niss, password }: { niss: string; password: string },
): Promise<Begun | Response> {
  const way = requirePasswordWay(context);
  await endBefore(context, caller);
  const citizenId = await findCitizenId(context.db, context.seal, niss);
  const tried: TriedBy = { password: niss, address: caller.address };
  const early = await findEarlyBlock(context, tried);
  if (early) return early;
  const account = await findAccount(context.db, citizenId);
  const isRight = await way.isPasswordRight(context.db, citizenId, password);
  const by: TriedBy = { ...tried, ...codesOf(citizenId) };
  const ready = await withTries(context, by, async (tx, tally) => {
    // Whether it is right is known by now: beyond the limit it lets nobody in.
    const blocked = tally.findBlock('password', 'address');
    if (blocked) return blocked;
    if (!isRight || citizenId === undefined || !(await isStill(tx, citizenId, account))) {
      const refusals = [tally.count('password'), tally.count('address')];
      return refusals.find((refusal) => refusal !== null) ?? problem('wrong-credentials');
    }
    await dropSession(tx, caller.cookie);
    const { cookie, value } = newCookie(citizenId);
    return readyCode(context, tx, tally, { citizenId, secretHash: cookie.secretHash, cookieValue: value });
  });
  return sendCode(context, ready);
}

/** The code is right, then a session is opened. */
export async function confirmCode(
  context: Context,
  caller: Caller,
  { code, shared }: { code: string; shared: boolean },
): Promise<Opened | Response> {
  const { citizenId } = await requireWaiting(context, caller);
  const niss = context.seal.open((await citizenOf(context.db, citizenId)).nissSealed, citizenId);
  const by: TriedBy = { password: niss, address: caller.address, ...codesOf(citizenId) };
  return withTries(context, by, async (tx, tally) => {
    // Again, now that nobody else can have it meanwhile, nor end it.
    await lockCitizen(tx, citizenId);
    const waiting = await findWaiting(tx, caller.cookie);
    if (!waiting) return problem('no-sign-in');
    // Before the code is looked at: sessions begun beside would otherwise be more guesses.
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
        if (tooMany) await dropSession(tx, caller.cookie);
        return tooMany ?? tally.count('address') ?? problem('wrong-code');
      }
    }
  });
}

export async function sendNewCode(context: Context, caller: Caller): Promise<Begun | Response> {
  const { citizenId, secretHash } = await requireWaiting(context, caller);
  const ready = await withTries(context, codesOf(citizenId), async (tx, tally) => {
    await lockCitizen(tx, citizenId);
    if (!(await findWaiting(tx, caller.cookie))) return problem('no-sign-in');
    return readyCode(context, tx, tally, { citizenId, secretHash, cookieValue: '' });
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

/** Whether the palavra-chave is the one that was judged, which took long. Whoever gives a new one waits until this sign-in can be ended with it. */
async function isStill(tx: Tx, citizenId: string, account: KeptPassword | undefined): Promise<boolean> {
  await lockCitizen(tx, citizenId);
  return (await findAccount(tx, citizenId))?.passwordHash === account?.passwordHash;
}

function codesOf(citizenId: string | undefined): TriedBy {
  return citizenId === undefined ? {} : { wrongCode: citizenId, askedCode: citizenId };
}

async function requireWaiting({ db }: Context, { cookie }: Caller): Promise<WaitingRow> {
  const waiting = await findWaiting(db, cookie);
  if (!waiting) throw problem('no-sign-in');
  return waiting;
}

/** What is asked of a device is not undone by whoever fails to sign in there. */
function endBefore({ db }: Context, { cookie }: Caller): Promise<void> {
  return dropSession(db, cookie, ['signedIn']);
}

/** Unless too many were sent, or wrong, in whatever sessions. */
async function readyCode(
  context: Context,
  tx: Tx,
  tally: Tally,
  to: Pick<WaitingRow, 'citizenId' | 'secretHash'> & { cookieValue: string },
): Promise<Ready | Response> {
  const { clocks, seal } = context;
  const { citizenId, secretHash, cookieValue } = to;
  const refusal = tally.findBlock('wrongCode', 'askedCode') ?? tally.count('askedCode');
  if (refusal) return refusal;
  const code = requirePasswordWay(context).newCode();
  const waiting = {
    citizenId,
    secretHash,
    codeSealed: seal.seal(code, citizenId),
    codeExpiresAt: clocks.now() + CODE_LIFE_MS,
  };
  const { codeSealed, codeExpiresAt } = waiting;
  await tx
    .insertInto('waitingSignIns')
    .values(waiting)
    .onConflict((conflict) =>
      conflict.columns(['citizenId', 'secretHash']).doUpdateSet({ codeSealed, codeExpiresAt }),
    )
    .execute();
  return { cookieValue, waiting, code };
}

/** After the commit: nobody else waits for a mail server, and a code that does not go out has been counted. */
async function sendCode(context: Context, ready: Ready | Response): Promise<Begun | Response> {
  if (ready instanceof Response) return ready;
  await requirePasswordWay(context).sendCode(
    await citizenOf(context.db, ready.waiting.citizenId),
    ready.code,
  );
  return ready;
}
