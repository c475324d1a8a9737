import type { Selectable } from 'kysely';
import type { Db, Tables, Tx } from '../db/schema.ts';
import { type KeptPassword, keepPassword, nobodysPassword } from '../password-hash.ts';

export type Clerk = Pick<Selectable<Tables['clerks']>, 'userName' | 'name'>;

/** False where somebody has that user name. */
export async function addClerk(db: Db, { userName, name }: Clerk, password: string): Promise<boolean> {
  const row = { userName, name, ...(await keepPassword(password)) };
  const added = await db
    .insertInto('clerks')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('userName')
    .executeTakeFirst();
  return added !== undefined;
}

/**
 * Ends all sessions of theirs: a password is changed where somebody else may know it. It comes hashed, as that takes longer than a transaction may.
 * False where nobody has that user name.
 */
export async function changePassword(tx: Tx, userName: string, kept: KeptPassword): Promise<boolean> {
  const changed = await tx
    .updateTable('clerks')
    .set(kept)
    .where('userName', '=', userName)
    .returning('userName')
    .executeTakeFirst();
  await tx.deleteFrom('clerkSessions').where('userName', '=', userName).execute();
  return changed !== undefined;
}

/** With their sessions. What they did stays in the record. False where nobody has that user name. */
export async function removeClerk(db: Db, userName: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('clerks')
    .where('userName', '=', userName)
    .returning('userName')
    .executeTakeFirst();
  return removed !== undefined;
}

/** They stay by name, and nothing that they knew lets them in. Answers who they are. */
export async function forgetPasswords(tx: Tx): Promise<string[]> {
  await tx.deleteFrom('clerkSessions').execute();
  const clerks = await tx.updateTable('clerks').set(nobodysPassword()).returning('userName').execute();
  return clerks.map(({ userName }) => userName).toSorted();
}

export async function hasClerks(db: Db): Promise<boolean> {
  return (await db.selectFrom('clerks').select('userName').limit(1).executeTakeFirst()) !== undefined;
}
