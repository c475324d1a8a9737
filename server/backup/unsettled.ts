import { sql } from 'kysely';
import type { Db, Tx } from '../db/schema.ts';
import { PROGRAM } from '../how-to-call.ts';

export const UNSETTLED = `A restore into this database was not finished: what has been taken back since the backup would hold again. Call ${PROGRAM} restore again with the same backup, or name an empty database.`;

export const UNSETTLED_TABLE = 'public.unsettled_restore';
const TABLE = sql.table(UNSETTLED_TABLE);

/** From before anything is restored until what has to be taken back is: while it stands there, nobody uses the database. */
export async function markUnsettled(db: Db, backupHash: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await settle(tx);
    await sql`create table ${TABLE} as select ${backupHash}::text as backup_hash`.execute(tx);
  });
}

export async function settle(tx: Tx): Promise<void> {
  await sql`drop table if exists ${TABLE}`.execute(tx);
}

/** The hash of the backup; undefined where no restore has begun that is not finished. */
export async function findUnsettled(db: Db): Promise<string | undefined> {
  const found = await sql`select 1 where to_regclass(${UNSETTLED_TABLE}) is not null`.execute(db);
  if (found.rows.length === 0) return undefined;
  const { rows } = await sql<{ backupHash: string }>`select backup_hash from ${TABLE}`.execute(db);
  return rows[0]?.backupHash;
}
