import type { Selectable } from 'kysely';
import type { Db, Tables, Tx } from '../db/schema.ts';
import { type KeptPassword, keepPassword, nobodysPassword } from '../password-hash.ts';
import { dropRecoveryCodes } from './recovery-codes.ts';

export type Clerk = Pick<Selectable<Tables['clerks']>, 'userName' | 'name' | 'isSupervisor'>;

/** False where somebody has that user name. */
export async function addClerk(
  db: Db,
  { userName, name }: Pick<Clerk, 'userName' | 'name'>,
  password: string,
): Promise<boolean> {
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
 * For whoever is about to let a clerk in: until the transaction ends, whoever changes what lets them in waits, and then finds what was begun and
 * ends it. Undefined where nobody has that user name.
 */
export async function lockClerk(tx: Tx, userName: string): Promise<KeptPassword | undefined> {
  return tx
    .selectFrom('clerks')
    .select('passwordHash')
    .where('userName', '=', userName)
    .forNoKeyUpdate()
    .executeTakeFirst();
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
  for (const table of ['clerkSessions', 'clerkSignIns'] as const)
    await tx.deleteFrom(table).where('userName', '=', userName).execute();
  return changed !== undefined;
}

/** Their app and their recovery codes let them in no more: at the next sign-in they set up another one. */
export async function resetSecondFactor(tx: Tx, userName: string): Promise<void> {
  await tx
    .updateTable('clerks')
    .set({ totpSealed: null, totpStep: 0 })
    .where('userName', '=', userName)
    .execute();
  await dropRecoveryCodes(tx, userName);
}

/** Whether they read the record. False where nobody has that user name. */
export async function setSupervisor(db: Db, userName: string, isSupervisor: boolean): Promise<boolean> {
  const changed = await db
    .updateTable('clerks')
    .set({ isSupervisor })
    .where('userName', '=', userName)
    .returning('userName')
    .executeTakeFirst();
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

/** They stay by name, and nothing that they knew or had lets them in. Answers who they are. */
export async function forgetWaysIn(tx: Tx): Promise<string[]> {
  for (const table of ['clerkSessions', 'clerkSignIns', 'clerkRecoveryCodes'] as const)
    await tx.deleteFrom(table).execute();
  const clerks = await tx
    .updateTable('clerks')
    .set({ ...nobodysPassword(), totpSealed: null, totpStep: 0 })
    .returning('userName')
    .execute();
  return clerks.map(({ userName }) => userName).toSorted();
}

export async function hasClerks(db: Db): Promise<boolean> {
  return (await db.selectFrom('clerks').select('userName').limit(1).executeTakeFirst()) !== undefined;
}
