import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** Where the server's figures find it. What an older version has left has no place for it, and is backed up all the same. */
export async function noteBackup(db: Db, madeAt: number): Promise<void> {
  const { rows } = await sql`select 1 where to_regclass('public.backups') is not null`.execute(db);
  if (rows.length === 0) return;
  await db
    .insertInto('backups')
    .values({ madeAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Instant in ms; 0: never. */
export async function lastBackupAt(db: Db): Promise<number> {
  const { at } = await db
    .selectFrom('backups')
    .select(({ fn }) => fn.max<number | null>('madeAt').as('at'))
    .executeTakeFirstOrThrow();
  return at ?? 0;
}
