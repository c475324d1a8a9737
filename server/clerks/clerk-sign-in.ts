import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { isPassword, type KeptPassword } from '../password-hash.ts';
import { isPlainName } from '../plain-name.ts';
import { withTries } from '../sessions/tries.ts';
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
export function changeOwnPassword(
  context: Context,
  tried: Tried,
  newPassword: string,
): Promise<string | PasswordRefusal> {
  return withPassword(context, tried, async (tx) => {
    await changePassword(tx, tried.userName, newPassword);
    return openClerkSession(tx, tried.userName, context.clocks.now());
  });
}

async function withPassword<R>(
  context: Context,
  { userName, password, address }: Tried,
  work: (tx: Tx) => Promise<R>,
): Promise<R | PasswordRefusal> {
  return withTries<R | PasswordRefusal>(context, { clerk: userName, address }, async (tx, tally) => {
    const blocked = tally.findBlock('clerk', 'address');
    if (blocked) return asBlocked(blocked);
    if (!(await isPassword(await findPassword(tx, userName), password))) {
      const refusals = [tally.count('clerk'), tally.count('address')];
      const refusal = refusals.find((each) => each !== null);
      return refusal ? asBlocked(refusal) : { status: 'wrong' };
    }
    tally.clear('clerk');
    return work(tx);
  });
}

/** What can be nobody's is not asked for: a database refuses some characters. */
async function findPassword(tx: Tx, userName: string): Promise<KeptPassword | undefined> {
  if (!isPlainName(userName)) return undefined;
  return tx.selectFrom('clerks').select('passwordHash').where('userName', '=', userName).executeTakeFirst();
}

function asBlocked(refusal: Response): PasswordRefusal {
  return { status: 'blocked', seconds: Number(refusal.headers.get('Retry-After')) };
}
