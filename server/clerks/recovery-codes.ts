import type { Db } from '../db/schema.ts';
import { hashSecret } from '../seal.ts';
import { makeGroups } from './password.ts';

const CODES = 10;
/** Three groups have more than seventy bits, so that nobody finds a code by its hash. */
const GROUPS = 3;

/** Replaces the clerk's recovery codes. Each lets the clerk in once without their app. */
export async function renewRecoveryCodes(db: Db, userName: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => makeGroups(GROUPS));
  await dropRecoveryCodes(db, userName);
  await db
    .insertInto('clerkRecoveryCodes')
    .values(codes.map((code) => ({ userName, codeHash: hashOf(code) })))
    .execute();
  return codes;
}

/** Returns true if it was one of the clerk's codes, which is used up from then on. */
export async function takeRecoveryCode(db: Db, userName: string, typed: string): Promise<boolean> {
  const taken = await db
    .deleteFrom('clerkRecoveryCodes')
    .where('userName', '=', userName)
    .where('codeHash', '=', hashOf(typed))
    .returning('userName')
    .executeTakeFirst();
  return taken !== undefined;
}

export async function dropRecoveryCodes(db: Db, userName: string): Promise<void> {
  await db.deleteFrom('clerkRecoveryCodes').where('userName', '=', userName).execute();
}

/** Hashes a code, however its groups were typed. */
function hashOf(code: string): Uint8Array {
  return hashSecret(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
