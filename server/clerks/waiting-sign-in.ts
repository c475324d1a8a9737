import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { hashSecret, makeSecret } from '../seal.ts';
import { newTotpSecret } from './totp.ts';

const LIFE_MS = 10 * 60_000;

/** A sign-in of which the password was right and the code is still missing. */
export interface WaitingSignIn {
  userName: string;
  /** The secret that the clerk's app makes codes of. */
  totpSecret: string;
  /** False: the clerk's app has shown no code yet, and first has to be told the secret. */
  isSetUp: boolean;
  /** The time step of the last code that was taken. */
  totpStep: number;
}

/** Returns the secret by which this browser goes on. A clerk without an app is given a secret for one, which is kept once the app has shown a code. */
export async function openWaiting({ seal, clocks }: Context, db: Db, userName: string): Promise<string> {
  const now = clocks.now();
  const { totpSealed } = await db
    .selectFrom('clerks')
    .select('totpSealed')
    .where('userName', '=', userName)
    .executeTakeFirstOrThrow();
  const secret = makeSecret();
  await db
    .insertInto('clerkSignIns')
    .values({
      secretHash: hashSecret(secret),
      userName,
      begunAt: now,
      totpSealed: totpSealed ? null : seal.seal(newTotpSecret(), userName),
    })
    .execute();
  return secret;
}

export async function findWaiting(
  { seal, clocks }: Context,
  db: Db,
  secret: string,
): Promise<WaitingSignIn | undefined> {
  const row = await db
    .selectFrom('clerkSignIns')
    .innerJoin('clerks', 'clerks.userName', 'clerkSignIns.userName')
    .select([
      'clerks.userName',
      'clerks.totpSealed as kept',
      'clerks.totpStep',
      'clerkSignIns.totpSealed as fresh',
    ])
    .where('secretHash', '=', hashSecret(secret))
    .where('begunAt', '>', clocks.now() - LIFE_MS)
    .executeTakeFirst();
  const sealed = row?.kept ?? row?.fresh;
  if (!row || !sealed) return undefined;
  const { userName, kept, totpStep } = row;
  return { userName, totpStep, isSetUp: kept !== null, totpSecret: seal.open(sealed, userName) };
}

/** Deletes old sign-ins, with the secrets of apps that have shown no code. */
export async function forgetOldWaiting(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('clerkSignIns')
    .where('begunAt', '<=', now - LIFE_MS)
    .execute();
}

export async function endWaiting(db: Db, secret: string): Promise<void> {
  await db.deleteFrom('clerkSignIns').where('secretHash', '=', hashSecret(secret)).execute();
}
