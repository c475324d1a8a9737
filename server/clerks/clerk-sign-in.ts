import type { Context } from '../context.ts';
import { isPassword } from '../password-hash.ts';
import { forgetOldTries, withTries } from '../sessions/tries.ts';
import { openClerkSession } from './clerk-sessions.ts';

interface Tried {
  userName: string;
  password: string;
  address: string;
}

/** Answers the secret of the new session, or the refusal, of a wrong password or of too many. */
export async function signInClerk(
  context: Context,
  { userName, password, address }: Tried,
): Promise<string | { status: 'wrong' } | { status: 'blocked'; seconds: number }> {
  await forgetOldTries(context);
  return withTries(context, { clerk: userName, address }, async (tx, tally) => {
    const blocked = tally.findBlock('clerk', 'address');
    if (blocked) return asBlocked(blocked);
    const clerk = await tx
      .selectFrom('clerks')
      .selectAll()
      .where('userName', '=', userName)
      .executeTakeFirst();
    if (!(await isPassword(clerk, password))) {
      const refusals = [tally.count('clerk'), tally.count('address')];
      const refusal = refusals.find((each) => each !== null);
      return refusal ? asBlocked(refusal) : { status: 'wrong' };
    }
    tally.clear('clerk');
    return openClerkSession(tx, userName, context.clocks.now());
  });
}

function asBlocked(refusal: Response): { status: 'blocked'; seconds: number } {
  return { status: 'blocked', seconds: Number(refusal.headers.get('Retry-After')) };
}
