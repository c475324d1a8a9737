import type { Tx } from '../db/schema.ts';
import { knowCitizen, reachCitizen } from '../know-citizen.ts';
import type { Hashing, KeptPassword } from '../password-hash.ts';
import type { Seal } from '../seal.ts';
import { endAllSessions } from '../sessions/end-all-sessions.ts';

/** A person who may sign in with NISS and palavra-chave. The code of each sign-in goes to `email`. */
export interface Person {
  niss: string;
  name: string;
  email: string;
  password: string;
}

type Hashed = Omit<Person, 'password'> & KeptPassword;

/** To be called before the transaction, which it would hold up: hashing is slow, so that nobody guesses fast. */
export async function hashPeople({ keep }: Hashing, people: readonly Person[]): Promise<Hashed[]> {
  const hashed: Hashed[] = [];
  for (const { password, ...person } of people) hashed.push({ ...person, ...(await keep(password)) });
  return hashed;
}

/** Repeatable. A person who is known already gets the name, address and palavra-chave that are given, and all their sessions end. */
export async function keepAccounts(tx: Tx, seal: Seal, people: readonly Hashed[]): Promise<void> {
  for (const { passwordHash, ...person } of people) {
    const citizenId = await knowCitizen(tx, seal, person);
    await reachCitizen(tx, seal, citizenId, person.email);
    await tx
      .insertInto('accounts')
      .values({ citizenId, passwordHash })
      .onConflict((conflict) => conflict.column('citizenId').doUpdateSet({ passwordHash }))
      .execute();
    await endAllSessions(tx, citizenId);
  }
}
