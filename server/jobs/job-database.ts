import type { Config } from '../config.ts';
import { connectPostgres } from '../db/connect.ts';
import { JOB_PATIENCE } from '../db/patience.ts';
import type { Db } from '../db/schema.ts';

/** One connection for a job that takes long, and one for what is due meanwhile. */
export const JOB_CONNECTIONS = 2;

/** Opens connections for jobs beside those of the calls, so that neither takes the other's. Null: the embedded database has one connection for all. */
export function openJobDatabase(database: Config['database']): Db | null {
  return database.kind === 'embedded' ? null : connectPostgres(database.url, JOB_CONNECTIONS, JOB_PATIENCE);
}
