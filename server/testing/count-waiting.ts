import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** Counts the sessions of the test's database that wait for what another one holds. */
export async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql`
    select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
    db,
  );
  return rows.length;
}
