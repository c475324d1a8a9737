import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** Notes a backup for the server's metrics. A database of an older version may have no table for it, and can be backed up all the same. */
export async function noteBackup(db: Db, madeAt: number): Promise<void> {
  const { rows } = await sql`select 1 where to_regclass('public.backups') is not null`.execute(db);
  if (rows.length === 0) return;
  await db
    .insertInto('backups')
    .values({ madeAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Returns an instant in ms; 0: there was no backup. */
export async function lastBackupAt(db: Db): Promise<number> {
  const { at } = await db
    .selectFrom('backups')
    .select(({ fn }) => fn.max<number | null>('madeAt').as('at'))
    .executeTakeFirstOrThrow();
  return at ?? 0;
}
