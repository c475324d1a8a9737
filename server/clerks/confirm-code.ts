import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { record } from '../office/record.ts';
import { type TriedBy, withTries } from '../sessions/tries.ts';
import { openClerkSession } from './clerk-sessions.ts';
import { asBlocked, type TriesFrom, type TryRefusal, triedBy } from './clerk-sign-in.ts';
import { lockClerk } from './clerks.ts';
import { renewRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts';
import { findTotpStep } from './totp.ts';
import { endWaiting, findWaiting, type WaitingSignIn } from './waiting-sign-in.ts';

interface TypedCode {
  /** Of the sign-in that waits. */
  secret: string;
  code: string;
}

type Confirmed =
  | TryRefusal
  /** Nobody waits here for a code: it took too long, or somebody has set up another app meanwhile. */
  | { status: 'gone' }
  /** `recoveryCodes`: of whoever has set up their app, who is shown them this once; null: they have them. */
  | { status: 'signedIn'; secret: string; recoveryCodes: string[] | null };

/** The second factor is right, then a session is opened. */
export function confirmClerkCode(
  context: Context,
  from: TriesFrom,
  { secret, code }: TypedCode,
): Promise<Confirmed> {
  const { userName, browser } = from;
  const isKnown = browser !== null;
  const kind = isKnown ? 'clerkBrowser' : 'clerkCode';
  const by: TriedBy = { ...triedBy(from), ...(!isKnown && { clerkCode: userName }) };
  return withTries(context, by, async (tx, tally): Promise<Confirmed> => {
    // Now that nobody else can have it meanwhile, nor end it.
    await lockClerk(tx, userName);
    const waiting = await findWaiting(context, tx, secret);
    if (waiting?.userName !== userName) return { status: 'gone' };
    // Before the code is looked at: sign-ins begun beside would otherwise be more guesses.
    const blocked = tally.findBlock(kind);
    if (blocked) return asBlocked(blocked);
    if (!(await takeCode(context, tx, waiting, code.replace(/\s/g, '')))) {
      await record(context, tx, { who: `clerk ${userName}`, what: 'wrongCode' });
      const tooMany = tally.count(kind);
      if (tooMany) await endWaiting(tx, secret);
      return tooMany ? asBlocked(tooMany) : { status: 'wrong' };
    }
    tally.clear(kind);
    if (!isKnown) tally.clear('clerkFrom');
    await endWaiting(tx, secret);
    await record(context, tx, { who: `clerk ${userName}`, what: 'signedIn' });
    return {
      status: 'signedIn',
      secret: await openClerkSession(tx, userName, context.clocks.now()),
      recoveryCodes: waiting.isSetUp ? null : await renewRecoveryCodes(tx, userName),
    };
  });
}

/** False: it is not right, or was taken before. */
async function takeCode(
  { clocks, seal }: Context,
  tx: Tx,
  { userName, totpSecret, totpStep, isSetUp }: WaitingSignIn,
  code: string,
): Promise<boolean> {
  const step = findTotpStep(totpSecret, code, clocks.now());
  if (step === null) return isSetUp && takeRecoveryCode(tx, userName, code);
  if (isSetUp && step <= totpStep) return false;
  const taken = await tx
    .updateTable('clerks')
    .set({ totpStep: step, ...(!isSetUp && { totpSealed: seal.seal(totpSecret, userName) }) })
    .where('userName', '=', userName)
    // Another browser may have been here since it was read.
    .where(({ eb, ref }) => (isSetUp ? eb(ref('totpStep'), '<', step) : eb(ref('totpSealed'), 'is', null)))
    .returning('userName')
    .executeTakeFirst();
  return taken !== undefined;
}
