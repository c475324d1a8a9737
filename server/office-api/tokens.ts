import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { Db, Tables, Tx } from '../db/schema.ts';
import { hashSecret, makeSecret } from '../seal.ts';

type Program = Selectable<Tables['officeTokens']>;

/** A program that looks for lost secrets recognizes a token by this prefix. */
const PREFIX = 'eclic_office_';
const BEARER = /^Bearer (eclic_office_[0-9a-f]{64})$/i;

/** Makes a token, which is shown this once. `service`: the service whose requests alone the program may see. Returns null when the name is taken. */
export async function addToken(
  { db, clocks }: Pick<Context, 'db' | 'clocks'>,
  name: string,
  service: string | null = null,
): Promise<string | null> {
  const token = PREFIX + makeSecret();
  const added = await db
    .insertInto('officeTokens')
    .values({ name, secretHash: hashSecret(token), madeAt: clocks.now(), service })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('name')
    .executeTakeFirst();
  return added ? token : null;
}

/** From its next call on the program is not let in. */
export async function revokeToken(db: Db, name: string): Promise<boolean> {
  const revoked = await db
    .deleteFrom('officeTokens')
    .where('name', '=', name)
    .returning('name')
    .executeTakeFirst();
  return revoked !== undefined;
}

/** Deletes all tokens, so that no program is let in by them. Returns their names. */
export async function forgetTokens(tx: Tx): Promise<string[]> {
  const tokens = await tx.deleteFrom('officeTokens').returning('name').execute();
  return tokens.map(({ name }) => name).toSorted();
}

export function listTokens(db: Db): Promise<Pick<Program, 'name' | 'service' | 'madeAt'>[]> {
  return db.selectFrom('officeTokens').select(['name', 'madeAt', 'service']).orderBy('name').execute();
}

/** Returns the program whose token an `Authorization` header holds. */
export async function findProgram(
  db: Db,
  authorization: string,
): Promise<Pick<Program, 'name' | 'service'> | undefined> {
  const [, token] = BEARER.exec(authorization) ?? [];
  if (token === undefined) return undefined;
  return db
    .selectFrom('officeTokens')
    .select(['name', 'service'])
    .where('secretHash', '=', hashSecret(token))
    .executeTakeFirst();
}
