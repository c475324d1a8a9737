import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { isPassword, type KeptPassword, keepPassword } from '../password-hash.ts';
import { isPlainName } from '../plain-name.ts';
import { findEarlyBlock, withTries } from '../sessions/tries.ts';
import { openClerkSession } from './clerk-sessions.ts';
import { changePassword } from './clerks.ts';

export interface Tried {
  userName: string;
  password: string;
  address: string;
}

export type PasswordRefusal = { status: 'wrong' } | { status: 'blocked'; seconds: number };

/** Answers the secret of the new session. */
export function signInClerk(context: Context, tried: Tried): Promise<string | PasswordRefusal> {
  return withPassword(context, tried, (tx) => openClerkSession(tx, tried.userName, context.clocks.now()));
}

/** Answers the secret of a new session: all others of theirs end. */
export async function changeOwnPassword(
  context: Context,
  tried: Tried,
  newPassword: string,
): Promise<string | PasswordRefusal> {
  // Also where the other one turns out wrong: the time it takes tells nobody which one is.
  const kept = await keepPassword(newPassword);
  return withPassword(context, tried, async (tx) => {
    await changePassword(tx, tried.userName, kept);
    return openClerkSession(tx, tried.userName, context.clocks.now());
  });
}

async function withPassword<R>(
  context: Context,
  { userName, password, address }: Tried,
  work: (tx: Tx) => Promise<R>,
): Promise<R | PasswordRefusal> {
  const by = { clerk: userName, address };
  const early = await findEarlyBlock(context, by);
  if (early) return asBlocked(early);
  const kept = await findPassword(context.db, userName);
  const isRight = await isPassword(kept, password);
  return withTries<R | PasswordRefusal>(context, by, async (tx, tally) => {
    // Whether it is right is known by now: beyond the limit it lets nobody in, nor once it has been changed.
    const blocked = tally.findBlock('clerk', 'address');
    if (blocked) return asBlocked(blocked);
    const isStillKept = (await findPassword(tx, userName))?.passwordHash === kept?.passwordHash;
    if (!isRight || !isStillKept) {
      const refusals = [tally.count('clerk'), tally.count('address')];
      const refusal = refusals.find((each) => each !== null);
      return refusal ? asBlocked(refusal) : { status: 'wrong' };
    }
    tally.clear('clerk');
    return work(tx);
  });
}

/** What can be nobody's is not asked for: a database refuses some characters. */
async function findPassword(db: Db, userName: string): Promise<KeptPassword | undefined> {
  if (!isPlainName(userName)) return undefined;
  return db.selectFrom('clerks').select('passwordHash').where('userName', '=', userName).executeTakeFirst();
}

function asBlocked(refusal: Response): PasswordRefusal {
  return { status: 'blocked', seconds: Number(refusal.headers.get('Retry-After')) };
}
