import { SOON_S } from '../../contract/problem.ts';
import { networkOf } from '../address.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record } from '../office/record.ts';
import type { KeptPassword } from '../password-hash.ts';
import { isPlainName } from '../plain-name.ts';
import { countBeforehand, kindsOf, type TriedBy, withTries } from '../sessions/tries.ts';
import { endClerkSession, openClerkSession } from './clerk-sessions.ts';
import { changePassword, lockClerk } from './clerks.ts';
import { endWaiting, openWaiting } from './waiting-sign-in.ts';

/** Who tries a password or a code, and where. */
export interface TriesFrom {
  userName: string;
  address: string;
  /** The id of a browser in which this clerk has signed in before; null: the browser is not known. */
  browser: string | null;
}

export interface Tried extends TriesFrom {
  password: string;
}

/** `noTurn`: as many passwords are being judged as can be, so this one was not looked at. */
export type TryRefusal = { status: 'wrong' } | { status: 'blocked' | 'noTurn'; seconds: number };

/** `needsCode`: the secret opens only the page that asks for the code. */
export interface Begun {
  status: 'signedIn' | 'needsCode';
  secret: string;
}

/** Ends the session or waiting sign-in that this browser had before (`secretBefore`). */
export function signInClerk(
  context: Context,
  tried: Tried,
  secretBefore: string,
): Promise<Begun | TryRefusal> {
  return withPassword(context, tried, null, async (tx): Promise<Begun> => {
    await endClerkSession(tx, secretBefore);
    await endWaiting(tx, secretBefore);
    const { userName } = tried;
    if (context.clerksNeedCode)
      return { status: 'needsCode', secret: await openWaiting(context, tx, userName) };
    await record(context, tx, { who: `clerk ${userName}`, what: 'signedIn' });
    return { status: 'signedIn', secret: await openClerkSession(tx, userName, context.clocks.now()) };
  });
}

/** Changes the password of a clerk who is signed in, and ends all their sessions. Returns the secret of a new one. */
export function changeOwnPassword(
  context: Context,
  tried: Tried,
  newPassword: string,
): Promise<string | TryRefusal> {
  return withPassword(context, tried, newPassword, async (tx, kept) => {
    await changePassword(tx, tried.userName, kept);
    return openClerkSession(tx, tried.userName, context.clocks.now());
  });
}

/** Tries are never counted by the user name alone: five wrong passwords from anywhere would keep the right clerk out. */
export function triedBy({ userName, address, browser }: TriesFrom): TriedBy {
  if (browser !== null) return { clerkBrowser: `${userName}/${browser}` };
  const network = networkOf(address);
  return { clerkFrom: `${userName}/${network}`, clerksFrom: network };
}

export function asBlocked(refusal: Response): TryRefusal {
  return { status: 'blocked', seconds: Number(refusal.headers.get('Retry-After')) };
}

async function withPassword<R>(
  context: Context,
  tried: Tried,
  newPassword: string | null,
  work: (tx: Tx, kept: KeptPassword) => Promise<R>,
): Promise<R | TryRefusal> {
  const { userName, password, address } = tried;
  const judged = await context.turns.clerks.take(networkOf(address), async (): Promise<R | TryRefusal> => {
    const by = triedBy(tried);
    const counted = await countBeforehand(context, by);
    if (counted.isBlocked) return asBlocked(counted.refusal);
    const wrong = counted.ifWrong ? asBlocked(counted.ifWrong) : ({ status: 'wrong' } as const);
    const kept = await findPassword(context.db, userName);
    const isRight = await context.hashing.isRight(kept, password);
    if (!isRight || !kept) {
      const who = kept ? `clerk ${userName}` : 'somebody';
      await record(context, context.db, { who, what: 'wrongPassword' });
      return wrong;
    }
    const then = newPassword === null ? kept : await context.hashing.keep(newPassword);
    return withTries<R | TryRefusal>(context, by, async (tx, tally) => {
      const isStillKept = (await lockClerk(tx, userName))?.passwordHash === kept.passwordHash;
      if (!isStillKept) return wrong;
      tally.giveBack(...kindsOf(by));
      return work(tx, then);
    });
  });
  return judged ?? { status: 'noTurn', seconds: SOON_S };
}

/** A text that cannot be a user name is not looked up: the database refuses some characters. */
async function findPassword(db: Db, userName: string): Promise<KeptPassword | undefined> {
  if (!isPlainName(userName)) return undefined;
  return db.selectFrom('clerks').select('passwordHash').where('userName', '=', userName).executeTakeFirst();
}
