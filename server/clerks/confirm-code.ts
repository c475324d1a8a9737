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
  /** The secret of the sign-in that waits for the code. */
  secret: string;
  code: string;
}

type Confirmed =
  | TryRefusal
  /** The browser has no sign-in that waits for a code: it took too long, or was ended meanwhile, as by a new password. */
  | { status: 'gone' }
  /** `recoveryCodes`: shown this once to a clerk who has just set up their app; null: the clerk has them already. */
  | { status: 'signedIn'; secret: string; recoveryCodes: string[] | null };

/** Opens a session if the code is right. */
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
    // From here on nobody else can use or end this sign-in.
    await lockClerk(tx, userName);
    const waiting = await findWaiting(context, tx, secret);
    if (waiting?.userName !== userName) return { status: 'gone' };
    // This comes before the code is looked at: otherwise each sign-in begun beside this one would be another guess.
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

/** Returns false if the code is wrong or was taken before. */
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
    // The statement itself makes sure once more that no code is taken twice and no app set up over another one.
    .where(({ eb, ref }) => (isSetUp ? eb(ref('totpStep'), '<', step) : eb(ref('totpSealed'), 'is', null)))
    .returning('userName')
    .executeTakeFirst();
  return taken !== undefined;
}
