import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Caller } from '../caller.ts';
import type { Db, Tables } from '../db/schema.ts';
import type { Seal } from '../seal.ts';

export type RecoveryRow = Selectable<Tables['recoveries']>;

/** Keeps a recovery in the place of an earlier one from the same browser. */
export async function keepRecovery(
  db: Db,
  begun: Pick<RecoveryRow, 'browserHash' | 'nissHash' | 'expiresAt'>,
): Promise<string> {
  const row = { ...begun, id: randomUUID(), codeHash: null };
  await db
    .insertInto('recoveries')
    .values(row)
    .onConflict((conflict) => conflict.column('browserHash').doUpdateSet(row))
    .execute();
  return row.id;
}

export async function findRecovery(db: Db, { cookie }: Caller): Promise<RecoveryRow | undefined> {
  if (!cookie) return undefined;
  const { secretHash } = cookie;
  return db.selectFrom('recoveries').selectAll().where('browserHash', '=', secretHash).executeTakeFirst();
}

/** Returns false when the recovery has gone already, as when its code was used in this very moment. */
export async function dropRecovery(db: Db, id: string): Promise<boolean> {
  const gone = await db.deleteFrom('recoveries').where('id', '=', id).returning('id').executeTakeFirst();
  return gone !== undefined;
}

/** Hashes a code for one recovery alone. People type capitals and leave out the hyphen. */
export function hashRecoveryCode(seal: Seal, id: string, code: string): Uint8Array {
  return seal.fingerprint(`recovery/${id}/${code.toLowerCase().replace(/[\s-]/g, '')}`);
}
