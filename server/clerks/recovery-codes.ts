import type { Db } from '../db/schema.ts';
import { hashSecret } from '../seal.ts';
import { makeGroups } from './password.ts';

const CODES = 10;
/** Seventy bits and more: nobody finds them by their hashes. */
const GROUPS = 3;

/** New ones, in the place of those of before. Each lets the clerk in once without their app. */
export async function renewRecoveryCodes(db: Db, userName: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => makeGroups(GROUPS));
  await dropRecoveryCodes(db, userName);
  await db
    .insertInto('clerkRecoveryCodes')
    .values(codes.map((code) => ({ userName, codeHash: hashOf(code) })))
    .execute();
  return codes;
}

/** True: it was one of theirs, and is none any more. */
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

/** However its groups were typed. */
function hashOf(code: string): Uint8Array {
  return hashSecret(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
