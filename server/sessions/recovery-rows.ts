import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { type Caller, newCookie } from '../caller.ts';
import type { Db, Tables } from '../db/schema.ts';
import type { Seal } from '../seal.ts';

export type RecoveryRow = Selectable<Tables['recoveries']>;

/** In the place of one that was begun in that browser before. */
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

/** False where it has gone already, as where its code was used in this very moment. */
export async function dropRecovery(db: Db, id: string): Promise<boolean> {
  const gone = await db.deleteFrom('recoveries').where('id', '=', id).returning('id').executeTakeFirst();
  return gone !== undefined;
}

/** By which a browser is known; `value` where it has none yet. It names nobody, whoever has the NISS. */
export function browserOf({ cookie }: Caller): { browserHash: Uint8Array; value: string | null } {
  if (cookie) return { browserHash: cookie.secretHash, value: null };
  const fresh = newCookie(null);
  return { browserHash: fresh.cookie.secretHash, value: fresh.value };
}

/** Of one recovery alone. People type capitals, and leave out the stroke. */
export function hashRecoveryCode(seal: Seal, id: string, code: string): Uint8Array {
  return seal.fingerprint(`recovery/${id}/${code.toLowerCase().replace(/[\s-]/g, '')}`);
}
