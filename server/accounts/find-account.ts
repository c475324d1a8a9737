import type { Db } from '../db/schema.ts';
import type { KeptPassword } from '../password-hash.ts';

/** Undefined: nobody there signs in with a palavra-chave. */
export async function findAccount(db: Db, citizenId: string | undefined): Promise<KeptPassword | undefined> {
  if (citizenId === undefined) return undefined;
  return db
    .selectFrom('accounts')
    .select('passwordHash')
    .where('citizenId', '=', citizenId)
    .executeTakeFirst();
}
