import type { Tx } from '../db/schema.ts';
import { knowCitizen, reachCitizen } from '../know-citizen.ts';
import { type KeptPassword, keepPassword } from '../password-hash.ts';
import type { Seal } from '../seal.ts';
import { endAllSessions } from '../sessions/end-all-sessions.ts';

/** Somebody who may sign in with NISS and palavra-chave; the code goes to the address. */
export interface Person {
  niss: string;
  name: string;
  email: string;
  password: string;
}

type Hashed = Omit<Person, 'password'> & KeptPassword;

/** Before the transaction: it takes a while, so that nobody guesses fast. */
export async function hashPeople(people: readonly Person[]): Promise<Hashed[]> {
  const hashed: Hashed[] = [];
  for (const { password, ...person } of people) hashed.push({ ...person, ...(await keepPassword(password)) });
  return hashed;
}

/** Repeatable: who is known has from then on the name, the address and the palavra-chave that are given, and is signed in nowhere. */
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
