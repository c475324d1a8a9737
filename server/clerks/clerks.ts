import type { Selectable } from 'kysely';
import type { Db, Tables, Tx } from '../db/schema.ts';
import { type KeptPassword, nobodysPassword } from '../password-hash.ts';
import { dropRecoveryCodes } from './recovery-codes.ts';

export type Clerk = Pick<Selectable<Tables['clerks']>, 'userName' | 'name' | 'isSupervisor'>;

/** Returns false if the user name is taken. */
export async function addClerk(
  db: Db,
  clerk: Pick<Clerk, 'userName' | 'name'> & KeptPassword,
): Promise<boolean> {
  const added = await db
    .insertInto('clerks')
    .values(clerk)
    .onConflict((conflict) => conflict.doNothing())
    .returning('userName')
    .executeTakeFirst();
  return added !== undefined;
}

/**
 * Locks a clerk who is about to be let in, or in whose name something is sent. Until the transaction ends, whoever changes the clerk's password or app, or
 * what the clerk may see, waits; they then find the new session or sign-in and end it. Undefined: nobody has that user name.
 */
export async function lockClerk(tx: Tx, userName: string): Promise<(Clerk & KeptPassword) | undefined> {
  return tx
    .selectFrom('clerks')
    .select(['userName', 'name', 'isSupervisor', 'passwordHash'])
    .where('userName', '=', userName)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/**
 * Ends all sessions of the clerk, as a password is changed where somebody else may know it. It comes hashed, since hashing takes longer than a
 * transaction may. Returns false if nobody has that user name.
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

/** The clerk's app and recovery codes let them in no more; they set up another app at the next sign-in. */
export async function resetSecondFactor(tx: Tx, userName: string): Promise<void> {
  await tx
    .updateTable('clerks')
    .set({ totpSealed: null, totpStep: 0 })
    .where('userName', '=', userName)
    .execute();
  await dropRecoveryCodes(tx, userName);
}

/** Sets whether a clerk is a supervisor. Returns false if nobody has that user name. */
export async function setSupervisor(db: Db, userName: string, isSupervisor: boolean): Promise<boolean> {
  const changed = await db
    .updateTable('clerks')
    .set({ isSupervisor })
    .where('userName', '=', userName)
    .returning('userName')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Removes a clerk with their sessions; what they did stays in the record. Returns false if nobody has that user name. */
export async function removeClerk(db: Db, userName: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('clerks')
    .where('userName', '=', userName)
    .returning('userName')
    .executeTakeFirst();
  return removed !== undefined;
}

/** Keeps the clerks by name, while nothing that they knew or had lets them in. Returns their user names. */
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
