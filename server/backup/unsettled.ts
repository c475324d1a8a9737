import { sql } from 'kysely';
import type { Db, Tx } from '../db/schema.ts';
import { PROGRAM } from '../how-to-call.ts';

export const UNSETTLED = `A restore into this database was not finished: what has been taken back since the backup would hold again. Call ${PROGRAM} restore again with the same backup, or name an empty database.`;

export const UNSETTLED_TABLE = 'public.unsettled_restore';
const TABLE = sql.table(UNSETTLED_TABLE);

/**
 * Marks the database before anything is restored. While the mark is there, nobody uses the database: access that was withdrawn since the backup would
 * be open again.
 */
export async function markUnsettled(db: Db, backupHash: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await settle(tx);
    await sql`create table ${TABLE} as select ${backupHash}::text as backup_hash`.execute(tx);
  });
}

export async function settle(tx: Tx): Promise<void> {
  await sql`drop table if exists ${TABLE}`.execute(tx);
}

/** Returns the hash of the backup whose restore is not finished; undefined: there is none. */
export async function findUnsettled(db: Db): Promise<string | undefined> {
  const found = await sql`select 1 where to_regclass(${UNSETTLED_TABLE}) is not null`.execute(db);
  if (found.rows.length === 0) return undefined;
  const { rows } = await sql<{ backupHash: string }>`select backup_hash from ${TABLE}`.execute(db);
  return rows[0]?.backupHash;
}
