import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { Db, Tables, Tx } from '../db/schema.ts';
import { hashSecret } from '../seal.ts';

type Program = Selectable<Tables['officeTokens']>;

const SECRET_BYTES = 32;
/** By which a program that looks for lost secrets knows one. */
const PREFIX = 'eclic_office_';
const BEARER = /^Bearer (eclic_office_[0-9a-f]{64})$/i;

/** `service`: for whose requests alone it is. Answers the token, which is shown this once; null: there is one of that name. */
export async function addToken(
  { db, clocks }: Pick<Context, 'db' | 'clocks'>,
  name: string,
  service: string | null = null,
): Promise<string | null> {
  const token = PREFIX + randomBytes(SECRET_BYTES).toString('hex');
  const added = await db
    .insertInto('officeTokens')
    .values({ name, secretHash: hashSecret(token), madeAt: clocks.now(), service })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('name')
    .executeTakeFirst();
  return added ? token : null;
}

/** From its next call on the program is nobody. */
export async function revokeToken(db: Db, name: string): Promise<boolean> {
  const revoked = await db
    .deleteFrom('officeTokens')
    .where('name', '=', name)
    .returning('name')
    .executeTakeFirst();
  return revoked !== undefined;
}

/** No program is let in by any of before. Answers their names. */
export async function forgetTokens(tx: Tx): Promise<string[]> {
  const tokens = await tx.deleteFrom('officeTokens').returning('name').execute();
  return tokens.map(({ name }) => name).toSorted();
}

export function listTokens(db: Db): Promise<Pick<Program, 'name' | 'service' | 'madeAt'>[]> {
  return db.selectFrom('officeTokens').select(['name', 'madeAt', 'service']).orderBy('name').execute();
}

/** Whose token an `Authorization` header brings. */
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
