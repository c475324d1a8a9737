import type { Db } from '../db/schema.ts';
import type { KeptPassword } from '../password-hash.ts';

/** Undefined: the citizen has no palavra-chave here. */
export async function findAccount(db: Db, citizenId: string | undefined): Promise<KeptPassword | undefined> {
  if (citizenId === undefined) return undefined;
  return db
    .selectFrom('accounts')
    .select('passwordHash')
    .where('citizenId', '=', citizenId)
    .executeTakeFirst();
}
